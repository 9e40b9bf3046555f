namespace Vicinity;

/// <summary>How rows of n pairs are cut into blocks: some 20 microseconds of work each, by n alone.</summary>
internal static class ExactBlocks
{
    private const int PairsPerBlock = 1 << 17;

    public static int Rows(int count) => Math.Max(4, PairsPerBlock / Math.Max(1, count));
}
