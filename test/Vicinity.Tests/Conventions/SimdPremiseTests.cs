using System.Globalization;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

using Xunit;

namespace Vicinity.Tests;

/// <summary>Each leg of test.sh that turns an instruction set off says which width it expects; this test holds it to that.</summary>
public sealed class SimdPremiseTests(ITestOutputHelper output)
{
    [Fact, Trait("Leg", "Simd")]
    public void The_accelerated_width_is_the_one_that_the_leg_claims()
    {
        int widest = Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : Vector128.IsHardwareAccelerated ? 128 : 0;
        output.WriteLine($"vectors of {widest} bits");
        string? claim = Environment.GetEnvironmentVariable("VICINITY_EXPECT_SIMD");
        if (claim is not null)
        {
            Assert.Equal(int.Parse(claim, CultureInfo.InvariantCulture), widest);
        }

        // A width that is off must be off with its instruction sets, or the leg would still take the wide road.
        Assert.True(widest >= 512 || !Avx512F.IsSupported || claim is null, "AVX-512 instructions are still on.");
        Assert.True(widest >= 256 || !Avx2.IsSupported, "AVX2 instructions are still on.");
    }
}
