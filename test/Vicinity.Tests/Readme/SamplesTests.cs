using Xunit;

namespace Vicinity.Tests;

/// <summary>The single-file programs of samples/ compile and run.</summary>
public sealed class SamplesTests
{
    public static TheoryData<string> Samples => [.. Repository.Files("samples", ".cs")];

    [Theory, MemberData(nameof(Samples))]
    public async Task A_sample_runs_and_writes_its_map(string sample)
    {
        using SampleFolder folder = new();
        ChildProcess run = await ChildProcess.Dotnet(folder.Path, "run", "-c", "Release", "--file", Path.Combine(Repository.Root, sample));
        Assert.True(run.ExitCode == 0, run.ToString());
        string map = Assert.Single(Directory.GetFiles(folder.Path, "map.*"));
        Matrix positions = Matrix.Read(map);
        Assert.Equal(150, positions.Rows);
        Assert.InRange(positions.Columns, 2, 3);
    }
}
