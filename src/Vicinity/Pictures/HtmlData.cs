using System.Buffers.Binary;
using System.Text.Json;

namespace Vicinity;

/// <summary>Writes the points of an html page as json; the encoder escapes every sign of markup, so that data stays data.</summary>
internal static class HtmlData
{
    private const int Steps = 65_535;

    public static void Write(MapFigure figure, FigureLayout layout, Stream output)
    {
        using Utf8JsonWriter json = new(output);
        FigureDot[] dots = [.. Enumerable.Range(0, figure.Map.Rows).Select(layout.Dot)];
        PixelSquare square = PixelSquare.Around(dots);
        json.WriteStartObject();
        json.WriteNumber("points", dots.Length);
        json.WriteBase64String("positions", Positions(dots, square));
        json.WriteBoolean("labelled", layout.IsLabelled);
        WriteClasses(json, layout, square);
        WriteNames(json, figure.Labels, layout.Classes);
        WriteTexts(json, "ids", figure.Ids);
        WriteTexts(json, "details", figure.Details);
        json.WriteEndObject();
    }

    private static byte[] Positions(FigureDot[] dots, PixelSquare square)
    {
        byte[] bytes = new byte[dots.Length * 4];
        for (int i = 0; i < dots.Length; i++)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(4 * i), (ushort)square.StepX(dots[i].X));
            BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(4 * i + 2), (ushort)square.StepY(dots[i].Y));
        }

        return bytes;
    }

    private static void WriteClasses(Utf8JsonWriter json, FigureLayout layout, PixelSquare square)
    {
        json.WriteStartArray("classes");
        foreach ((int number, MapClass line) in layout.Classes.Shown.Index())
        {
            json.WriteStartObject();
            json.WriteString("name", line.Name);
            json.WriteNumber("count", line.Count);
            json.WriteString("color", line.Color.Hex);
            if (layout.IsLabelled)
            {
                json.WriteNumber("x", square.StepX(layout.Centers[number].X));
                json.WriteNumber("y", square.StepY(layout.Centers[number].Y));
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>The names, the legend line of each, and per point the number of its name in 1, 2 or 4 bytes.</summary>
    private static void WriteNames(Utf8JsonWriter json, Labels? labels, MapClasses classes)
    {
        WriteTexts(json, "names", labels?.Names ?? []);
        json.WriteStartArray("classOfName");
        foreach (int line in classes.ClassOfName)
        {
            json.WriteNumberValue(line);
        }

        json.WriteEndArray();
        int codeBytes = labels?.Names.Count switch { null or <= 256 => 1, <= 65_536 => 2, _ => 4 };
        json.WriteNumber("codeBytes", codeBytes);
        json.WriteBase64String("codes", labels is null ? [] : Codes(labels, codeBytes));
    }

    private static byte[] Codes(Labels labels, int codeBytes)
    {
        byte[] bytes = new byte[labels.Count * codeBytes];
        Span<byte> code = stackalloc byte[4];
        for (int i = 0; i < labels.Count; i++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(code, labels.Codes[i]);
            code[..codeBytes].CopyTo(bytes.AsSpan(i * codeBytes));
        }

        return bytes;
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IReadOnlyList<string>? texts)
    {
        if (texts is null)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (string text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    /// <summary>The square around all points, in steps from 0 to 65,535; a square of no size has its middle step only.</summary>
    private readonly record struct PixelSquare(double MiddleX, double MiddleY, double Side)
    {
        public static PixelSquare Around(FigureDot[] dots)
        {
            if (dots.Length == 0)
            {
                return default;
            }

            (double left, double right) = (dots.Min(dot => dot.X), dots.Max(dot => dot.X));
            (double top, double bottom) = (dots.Min(dot => dot.Y), dots.Max(dot => dot.Y));
            return new((left + right) / 2, (top + bottom) / 2, Math.Max(right - left, bottom - top));
        }

        public int StepX(double x) => Step(x - MiddleX);

        public int StepY(double y) => Step(y - MiddleY);

        private int Step(double away) => Side > 0 ? (int)Math.Clamp(Math.Round(Steps * (0.5 + away / Side)), 0, Steps) : Steps / 2;
    }
}
