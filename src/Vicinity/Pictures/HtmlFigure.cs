using System.Security.Cryptography;
using System.Text;

namespace Vicinity;

/// <summary>Writes a map as one html page: page.html with page.css, the scripts and the points put in.</summary>
/// <remarks>The page may run these scripts and use this style, known by their SHA-256, and load nothing.</remarks>
internal static class HtmlFigure
{
    private static readonly string[] Scripts = ["page.points.js", "page.splat.js", "page.view.js", "page.hand.js"];

    public static void Write(MapFigure figure, Stream output)
    {
        FigureLayout layout = new(figure);
        string script = string.Concat(Scripts.Select(PictureResource.Text));
        string style = PictureResource.Text("page.css");
        Dictionary<string, string> texts = new(StringComparer.Ordinal)
        {
            ["title"] = MarkupText.Escape(figure.Title),
            ["pageTitle"] = MarkupText.Escape(figure.Title.Length > 0 ? figure.Title : $"A map of {figure.Note}"),
            ["note"] = MarkupText.Escape(figure.Note),
            ["script"] = script,
            ["style"] = style,
            ["scriptHash"] = Hash(script),
            ["styleHash"] = Hash(style),
        };
        foreach ((int part, string words) in PictureResource.Text("page.html").Split(["{{", "}}"], StringSplitOptions.None).Index())
        {
            bool isSlot = part % 2 == 1;
            if (isSlot && words == "data")
            {
                HtmlData.Write(figure, layout, output);
            }
            else
            {
                output.Write(Encoding.UTF8.GetBytes(isSlot ? texts[words] : words));
            }
        }
    }

    private static string Hash(string text) => "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
