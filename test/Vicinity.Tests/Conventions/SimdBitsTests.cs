using System.Runtime.Intrinsics;

using Xunit;

namespace Vicinity.Tests;

/// <summary>The ground that equal bits stand on: seeded numbers and the fused multiply-add, at every width.</summary>
public sealed class SimdBitsTests
{
    /// <summary>
    /// From an independent program: xoshiro256** with integers of any length, and every fused multiply-add as an exact fraction,
    /// rounded once to 24 bits, ties to even; FNV-1a over the sixteen sums as 32-bit words.
    /// </summary>
    private const ulong ExactHash = 0x5140c178ac5500db;

    [Fact, Trait("Leg", "Simd")]
    public void Fused_sums_of_seeded_numbers_have_the_bits_of_exact_arithmetic()
    {
        SeededRandom random = new(7);
        Vector512<float> sums = Vector512<float>.Zero;
        for (int step = 0; step < 64; step++)
        {
            Vector512<float> x = Draw(random);
            Vector512<float> y = Draw(random);
            sums = Vector512.FusedMultiplyAdd(x, y, sums);
        }

        ulong hash = 0xcbf29ce484222325;
        for (int lane = 0; lane < 16; lane++)
        {
            hash = (hash ^ BitConverter.SingleToUInt32Bits(sums[lane])) * 0x100000001b3;
        }

        Assert.Equal(ExactHash, hash);
    }

    private static Vector512<float> Draw(SeededRandom random)
    {
        float[] values = new float[16];
        for (int lane = 0; lane < 16; lane++)
        {
            values[lane] = (float)(random.NextDouble() - 0.5);
        }

        return Vector512.Create(values);
    }
}
