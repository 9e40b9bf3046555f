using Xunit;

namespace Vicinity.Tests;

/// <summary>Every change of the public face is seen in a diff of src/Vicinity/PublicApi.txt.</summary>
public sealed class PublicApiTests
{
    private const string Listing = "src/Vicinity/PublicApi.txt";

    [Fact]
    public void The_public_face_is_the_one_on_file()
    {
        Type[] types = [.. typeof(Matrix).Assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal)];
        string now = string.Join('\n', types.Select(PublicApiText.Of));
        if (Environment.GetEnvironmentVariable("VICINITY_UPDATE_API") == "1")
        {
            File.WriteAllText(Path.Combine(Repository.Root, Listing), now);
        }

        string[] filed = Repository.Read(Listing).Split('\n');
        string[] lines = now.Split('\n');
        IEnumerable<string> changes = lines.Except(filed).Select(line => $"new:  {line}").Concat(filed.Except(lines).Select(line => $"gone: {line}"));
        if (now != string.Join('\n', filed))
        {
            changes = changes.Append($"If this is meant, start the test program with VICINITY_UPDATE_API=1, commit {Listing} and add a line to CHANGELOG.md.");
        }

        Findings.AreNone(changes, types.Length, 20);
    }
}
