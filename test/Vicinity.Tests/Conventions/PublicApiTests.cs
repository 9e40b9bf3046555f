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

        string filed = Repository.Read(Listing);
        string[] before = Qualified(filed);
        string[] after = Qualified(now);
        IEnumerable<string> changes = after.Except(before).Select(line => $"new:  {line}").Concat(before.Except(after).Select(line => $"gone: {line}"));
        if (now != filed)
        {
            changes = changes.Append($"If this is meant, start the test program with VICINITY_UPDATE_API=1, commit {Listing} and add a line to CHANGELOG.md.");
        }

        Findings.AreNone(changes, types.Length, 20);
    }

    /// <summary>Every member with the type it belongs to.</summary>
    private static string[] Qualified(string listing)
    {
        string type = "";
        List<string> lines = [];
        foreach (string line in listing.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            type = line[0] == ' ' ? type : line;
            lines.Add(line == type ? line : $"{type}:{line[3..]}");
        }

        return [.. lines];
    }
}
