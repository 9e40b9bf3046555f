using System.Text;

namespace Vicinity;

/// <summary>Text from data as markup may hold it.</summary>
internal static class MarkupText
{
    /// <summary>With the signs of markup as entities; what xml cannot hold (control characters, half surrogates) becomes U+FFFD.</summary>
    public static string Escape(string text)
    {
        StringBuilder escaped = new(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            escaped.Append(rune.Value switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                '\'' => "&#39;",
                (< 0x20 and not '\t') or 0xFFFE or 0xFFFF => "\uFFFD",
                _ => rune.ToString(),
            });
        }

        return escaped.ToString();
    }
}
