using System.Runtime.InteropServices;

namespace Vicinity;

/// <summary>Marks the far pairs of a table of distances by a negative sign; the near ones stay as they are.</summary>
internal static class NearPairs
{
    private const int HalfBits = 16;

    /// <summary>A far pair at distance 0, whose sign would be lost.</summary>
    private const float FarZero = -1.17549435e-38f;

    /// <summary>Near is r at or below the round(f n (n - 1) / 2)-th smallest distance, ties to even, at least the first.</summary>
    /// <param name="distances">Changed in place.</param>
    /// <param name="share">f, above 0 and at most 1.</param>
    public static PairMatrix MarkBeyondBall(PairMatrix distances, double share)
    {
        long pairs = (long)distances.Count * (distances.Count - 1) / 2;
        if (pairs == 0)
        {
            return distances;
        }

        float radius = Smallest(distances, Math.Clamp((long)Math.Round(share * pairs, MidpointRounding.ToEven), 1, pairs));
        for (int i = 0; i < distances.Count; i++)
        {
            foreach (ref float r in distances.Row(i))
            {
                r = r > radius ? -r : r;
            }
        }

        return distances;
    }

    /// <summary>Near is a pair of which one is among the k nearest of the other.</summary>
    /// <param name="distances">Changed in place.</param>
    /// <param name="graph">The k nearest of the same points.</param>
    public static PairMatrix MarkBeyondNeighbors(PairMatrix distances, NeighborGraph graph)
    {
        for (int i = 0; i < distances.Count; i++)
        {
            foreach (ref float r in distances.Row(i)[..distances.Count])
            {
                r = r == 0 ? FarZero : -r;
            }

            distances.Row(i)[i] = 0;
        }

        for (int i = 0; i < distances.Count; i++)
        {
            for (int k = 0; k < graph.NeighborsPerPoint; k++)
            {
                MarkNear(distances, i, graph.Neighbors(i)[k]);
            }
        }

        return distances;
    }

    private static void MarkNear(PairMatrix distances, int i, int j)
    {
        float r = Math.Abs(distances.Row(i)[j]);
        distances.Row(i)[j] = distances.Row(j)[i] = r == -FarZero ? 0 : r;
    }

    /// <summary>The rank-th smallest of the pairs i below j: bits of floats of one sign are ordered as whole numbers, so two counts of half of them each find it.</summary>
    private static float Smallest(PairMatrix distances, long rank)
    {
        uint high = Find(distances, bits => (bits >> HalfBits, true), ref rank);
        uint low = Find(distances, bits => (bits & ushort.MaxValue, bits >> HalfBits == high), ref rank);
        return BitConverter.UInt32BitsToSingle((high << HalfBits) | low);
    }

    /// <summary>The digit in which the rank falls, and the rank within it.</summary>
    private static uint Find(PairMatrix distances, Func<uint, (uint Digit, bool Counts)> digit, ref long rank)
    {
        long[] counts = new long[1 << HalfBits];
        for (int i = 0; i < distances.Count; i++)
        {
            foreach (uint bits in MemoryMarshal.Cast<float, uint>(distances.Row(i)[(i + 1)..distances.Count]))
            {
                (uint at, bool isCounted) = digit(bits);
                counts[at] += isCounted ? 1 : 0;
            }
        }

        uint found = 0;
        for (; rank > counts[found]; found++)
        {
            rank -= counts[found];
        }

        return found;
    }
}
