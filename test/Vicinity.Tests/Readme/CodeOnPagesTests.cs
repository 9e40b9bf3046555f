using Xunit;

namespace Vicinity.Tests;

/// <summary>C# on a page is cut from a file that is compiled and run.</summary>
public sealed class CodeOnPagesTests
{
    [Fact]
    public void Every_block_of_csharp_stands_in_a_sample_or_a_test()
    {
        string[][] sources = [.. Repository.Files("samples", ".cs").Concat(Repository.Files("test/Vicinity.Tests/Readme", "Snippets.cs"))
            .Select(path => Repository.Read(path).Split('\n').Select(line => line.TrimEnd()).ToArray())];
        CodeBlock[] blocks = [.. CodeBlock.All.Where(block => block.Language == "csharp")];
        Findings.AreNone(blocks.Where(block => !sources.Any(source => Contains(source, block))).Select(block => block.Place), blocks.Length, 3);
        Assert.Contains(blocks, block => block.Page == "README.md");
    }

    [Fact]
    public void Every_block_names_its_language() =>
        Findings.AreNone(CodeBlock.All.Where(block => block.Language is not ("csharp" or "sh" or "text")).Select(block => block.Place), CodeBlock.All.Count, 6);

    private static bool Contains(string[] source, CodeBlock block) =>
        Enumerable.Range(0, Math.Max(0, source.Length - block.Lines.Count + 1))
            .Any(first => CodeBlock.Unindented(source[first..(first + block.Lines.Count)]).SequenceEqual(block.Lines));
}
