namespace Vicinity;
internal static class HtmlFigure
{
    public static void Write(MapFigure figure, Stream output) => throw new NotImplementedException();
}
