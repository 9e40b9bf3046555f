using Xunit;

namespace Vicinity.Tests;

/// <summary>A file is read in one go and a method at one glance.</summary>
public sealed class LengthTests
{
    private const int LongestFile = 250;
    private const int LongestMember = 40;

    private const string Sample = """
        namespace N;

        public sealed record R(int A)
        {
            private static readonly int[] Table = [1,
                2, 3];

            public int P { get; init; } = 5;

            [Fact]
            public R(int a, int b) : this(a)
            {
                if (a > b) { throw new E(); }
                Run(() => { Go(); });
            }

            public static int F<T>(T x) where T : struct => x is { } y
                ? 1
                : 2;

            [Theory, InlineData("x", new[] { 1 })]
            [InlineData(2)]
            public static bool operator ==(R a, R b)
            {
                return a is { A: 1 };
            }

            private enum E { One, Two }

            private struct Inner
            {
                public void G(int a = 1, string b = "")
                {
                }
            }
        }
        """;

    private static readonly IReadOnlyList<SourceFile> Files = [.. SourceFile.Below("src"), .. SourceFile.Below("test")];

    [Fact]
    public void No_file_is_longer_than_250_lines()
    {
        IEnumerable<string> tooLong = Files.Where(file => file.LineCount > LongestFile).Select(file => $"{file.Path}: {file.LineCount} lines");
        Findings.AreNone(tooLong, Files.Count, 100);
    }

    /// <summary>Kernels in Simd/ are unrolled on purpose and may be longer.</summary>
    [Fact]
    public void No_method_outside_Simd_is_longer_than_40_lines()
    {
        List<string> tooLong = [];
        int seen = 0;
        foreach (SourceFile file in Files.Where(file => !file.Path.Contains("/Simd/", StringComparison.Ordinal)))
        {
            foreach (Member member in Member.In(file.Code))
            {
                seen++;
                if (member.LineCount > LongestMember)
                {
                    tooLong.Add($"{file.Path}({member.Line}): {member.Name} has {member.LineCount} lines");
                }
            }
        }

        Findings.AreNone(tooLong, seen, 400);
    }

    [Fact]
    public void Members_are_found_with_their_lengths()
    {
        Assert.Equal([("P", 8, 1), ("R", 10, 6), ("F", 17, 3), ("==", 21, 6), ("G", 32, 3)], Member.In(CodeText.Strip(Sample)).Select(m => (m.Name, m.Line, m.LineCount)));
    }
}
