using System.Text.RegularExpressions;

namespace Vicinity.Tests;

/// <summary>A member of a type as it stands in stripped code: a method, a constructor, a property with a body; not a field.</summary>
internal sealed partial record Member(string Name, int Line, int LineCount)
{
    /// <summary>All members of all types of a file, nested types included.</summary>
    public static IEnumerable<Member> In(string code)
    {
        foreach (Match type in TypeHead().Matches(code))
        {
            int open = code.IndexOfAny(['{', ';'], type.Index);
            if (open >= 0 && code[open] == '{')
            {
                foreach (Member member in Between(code, open + 1, Close(code, open)))
                {
                    yield return member;
                }
            }
        }
    }

    /// <summary>The members between the braces of a type: each ends with a semicolon, or with the brace of its body.</summary>
    private static IEnumerable<Member> Between(string code, int start, int end)
    {
        int from = start;
        int title = start;
        string kind = "";
        for (int at = start; at < end; at++)
        {
            bool ends = code[at] == ';';
            if (code[at] is '(' or '[' or '{')
            {
                int close = Close(code, at);
                kind = code[at] == '{' && kind.Length == 0 ? "body" : kind;
                ends = code[at] == '{' && kind == "body" && !Initializer().IsMatch(code[(close + 1)..Math.Min(end, close + 100)]);
                title = code[at] == '[' && string.IsNullOrWhiteSpace(code[title..at]) ? close + 1 : title;
                at = close;
            }
            else if (code[at] == '=' && kind.Length == 0)
            {
                kind = code[at + 1] == '>' ? "arrow" : char.IsWhiteSpace(code[at + 1]) ? "field" : "";
            }

            if (!ends)
            {
                continue;
            }

            if (kind is "body" or "arrow" && !TypeHead().IsMatch(code[title..at].Split('{', '(')[0]))
            {
                int first = from + code[from..at].Length - code[from..at].TrimStart().Length;
                yield return new(Title().Match(code, title, at - title).Groups[1].Value, Lines(code[..first]) + 1, Lines(code[first..at]) + 1);
            }

            (from, title, kind) = (at + 1, at + 1, "");
        }
    }

    private static int Lines(string text) => text.Count(c => c == '\n');

    private static int Close(string code, int open)
    {
        int depth = 0;
        for (int at = open; at < code.Length; at++)
        {
            depth += code[at] switch { '(' or '[' or '{' => 1, ')' or ']' or '}' => -1, _ => 0 };
            if (depth == 0)
            {
                return at;
            }
        }

        throw new InvalidDataException($"The bracket at character {open} is never closed.");
    }

    [GeneratedRegex(@"\b(class|struct|interface|enum|record(?!\s*\())\s+[A-Z]\w*")]
    private static partial Regex TypeHead();

    [GeneratedRegex(@"([\w.]+|[=+*/<>!-]+)\s*(<[^>()]*>)?\s*(\(|\{|\[|=>)")]
    private static partial Regex Title();

    [GeneratedRegex(@"^\s*=")]
    private static partial Regex Initializer();
}
