namespace Vicinity;

/// <summary>The lengths that transforms are made for: 16 x 2^a 3^b 5^c, close to each other and quick.</summary>
internal static class FourierSizes
{
    private const int Factor = 16;

    private static readonly int[] Ladder = Make(1 << 21);

    /// <summary>The smallest length of at least <paramref name="least"/>.</summary>
    public static int AtLeast(int least)
    {
        int at = Ladder.AsSpan().BinarySearch(least);
        return Ladder[at < 0 ? ~at : at];
    }

    /// <summary>All lengths up to a limit, ascending.</summary>
    public static IEnumerable<int> UpTo(int limit) => Ladder.TakeWhile(length => length <= limit);

    private static int[] Make(int limit)
    {
        List<int> sizes = [];
        for (int five = Factor; five <= limit; five *= 5)
        {
            for (int three = five; three <= limit; three *= 3)
            {
                for (int two = three; two <= limit; two *= 2)
                {
                    sizes.Add(two);
                }
            }
        }

        return [.. sizes.Order()];
    }
}
