using Xunit;

namespace Vicinity.Tests;

/// <summary>Damaged files of every kind give what they hold or a refusal that names them: no other exception, no hang, no huge allocation.</summary>
/// <remarks>Some hundred files of each kind; VICINITY_FUZZ=60000 for so many in all.</remarks>
public sealed class FuzzTests
{
    private const int Everyday = 300;

    /// <summary>Bytes allocated for a byte of the file, and for buffers whatever its length.</summary>
    private const long MostPerByte = 12;
    private const long MostBesides = 1_000_000;

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);

    public static TheoryData<string> Names => [.. FuzzTargets.All.Select(target => target.Name)];

    private static int Mutants => int.TryParse(Environment.GetEnvironmentVariable("VICINITY_FUZZ"), out int all) ? 1 + (all / FuzzTargets.All.Count) : Everyday;

    [Theory, MemberData(nameof(Names))]
    public async Task A_mutated_file_is_read_or_refused(string name)
    {
        FuzzTarget target = FuzzTargets.All.Single(target => target.Name == name);
        Assert.False(target.IsRefused(target.Seed));
        int tried = 0;
        int refused = 0;
        Task work = Task.Run(() =>
        {
            Mutator mutator = new(target.Seed.Length);
            for (; tried < Mutants; tried++)
            {
                refused += Try(target, mutator.Mutate(target.Seed), isSigned: target.IsSigned && tried % 2 == 0) ? 1 : 0;
            }
        }, TestContext.Current.CancellationToken);
        Assert.True(await Task.WhenAny(work, Task.Delay(Longest, TestContext.Current.CancellationToken)) == work, $"{name}: still at mutant {tried}");
        await work;
        Assert.InRange(refused, Mutants / 20, Mutants);
    }

    private static bool Try(FuzzTarget target, byte[] mutant, bool isSigned)
    {
        if (isSigned && mutant.Length > 64)
        {
            SectionFormat.Sign(mutant);
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            return target.IsRefused(mutant);
        }
        catch (Exception exception)
        {
            string kept = Path.Combine(Path.GetTempPath(), $"fuzz-{target.Name}");
            File.WriteAllBytes(kept, mutant);
            Assert.Fail($"{exception}\nThe file is kept as {kept}.");
            return false;
        }
        finally
        {
            long most = MostBesides + target.Used + (MostPerByte * Math.Max(mutant.Length, target.Length));
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, most);
        }
    }
}
