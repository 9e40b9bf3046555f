using System.Text;

namespace Vicinity.Tests;

/// <summary>C# source with comments and texts blanked out; line breaks and the code inside interpolations stay.</summary>
internal sealed class CodeText
{
    private readonly string source;
    private readonly StringBuilder code = new();
    private int at;

    private CodeText(string source) => this.source = source;

    public static string Strip(string source)
    {
        CodeText text = new(source);
        text.Code(inHole: false);
        return text.code.ToString();
    }

    private char Now => at < source.Length ? source[at] : '\0';

    private bool Sees(string word) => string.CompareOrdinal(source, at, word, 0, word.Length) == 0;

    /// <summary>Copies code up to the end, or to the brace that closes a hole of an interpolated text.</summary>
    private void Code(bool inHole)
    {
        for (int depth = 0; at < source.Length;)
        {
            if (inHole && depth == 0 && Now == '}')
            {
                return;
            }

            depth += Now switch { '{' => 1, '}' => -1, _ => 0 };
            if (!Comment() && !Character() && !Text())
            {
                code.Append(source[at++]);
            }
        }
    }

    private bool Comment()
    {
        string? end = Sees("//") ? "\n" : Sees("/*") ? "*/" : null;
        if (end is null)
        {
            return false;
        }

        int stop = source.IndexOf(end, at + 2, StringComparison.Ordinal);
        Blank(stop < 0 ? source.Length : end == "\n" ? stop : stop + 2);
        return true;
    }

    private bool Character()
    {
        if (Now != '\'')
        {
            return false;
        }

        Blank(source.IndexOf('\'', at + (source[at + 1] == '\\' ? 3 : 2)) + 1);
        return true;
    }

    /// <summary>A text of any kind: plain, verbatim, raw, interpolated.</summary>
    private bool Text()
    {
        int prefix = at;
        int dollars = 0;
        bool verbatim = false;
        for (; prefix < source.Length && source[prefix] is '$' or '@'; prefix++)
        {
            dollars += source[prefix] == '$' ? 1 : 0;
            verbatim |= source[prefix] == '@';
        }

        int quotes = 0;
        while (prefix + quotes < source.Length && source[prefix + quotes] == '"')
        {
            quotes++;
        }

        if (quotes == 0)
        {
            return false;
        }

        bool raw = quotes >= 3 && !verbatim;
        Blank(prefix + (raw ? quotes : 1));
        Body(new string('"', raw ? quotes : 1), dollars, verbatim, raw);
        return true;
    }

    private void Body(string end, int dollars, bool verbatim, bool raw)
    {
        string hole = new('{', Math.Max(dollars, 1));
        while (at < source.Length && !(Sees(end) && !(verbatim && Sees("\"\""))))
        {
            bool pair = (verbatim && Sees("\"\"")) || (!verbatim && !raw && Now == '\\') || (dollars == 1 && !raw && (Sees("{{") || Sees("}}")));
            if (pair)
            {
                Blank(at + 2);
            }
            else if (dollars > 0 && Sees(hole))
            {
                Blank(at + hole.Length);
                Code(inHole: true);
                Blank(at + hole.Length);
            }
            else
            {
                Blank(at + 1);
            }
        }

        Blank(at + end.Length);
    }

    private void Blank(int end)
    {
        for (; at < Math.Min(end, source.Length); at++)
        {
            code.Append(source[at] == '\n' ? '\n' : ' ');
        }
    }
}
