using System.Text.RegularExpressions;

using Xunit;

namespace Vicinity.Tests;

public sealed class CodeTextTests
{
    [Theory]
    [InlineData("a // b", "a")]
    [InlineData("a /* b\n c */ d", "a d")]
    [InlineData("a \"b\\\" c\" d", "a d")]
    [InlineData("a @\"b\"\" c\\\" d", "a d")]
    [InlineData("a $\"b{c}{{d\" e", "a c e")]
    [InlineData("a $\"{b.ToString(\"c\")}d\" e", "a b.ToString( ) e")]
    [InlineData("a $\"{b:F2}{(c ? \"d\" : $\"{e}\")}\" f", "a b:F2 (c ? : e ) f")]
    [InlineData("a \"\"\"b \" c\"\"\" d", "a d")]
    [InlineData("a $$\"\"\"{b} {{c}}\"\"\" d", "a c d")]
    [InlineData("a 'b' '\"' '\\'' '\\\\' '\\u0041' c", "a c")]
    [InlineData("a \"\" b", "a b")]
    public void Comments_and_texts_are_blank_and_code_stays(string source, string code)
    {
        string stripped = CodeText.Strip(source);
        Assert.Equal(code, Regex.Replace(stripped, @"\s+", " ").Trim());
        Assert.Equal(source.Length, stripped.Length);
        Assert.Equal(source.Count(c => c == '\n'), stripped.Count(c => c == '\n'));
    }
}
