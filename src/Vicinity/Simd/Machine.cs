using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace Vicinity;

/// <summary>What the computer offers; it decides how fast a map comes, never which one.</summary>
public static class Machine
{
    /// <summary>Bits that are computed at a time: 512, 256 or 128; 0 without vector hardware.</summary>
    public static int VectorBits =>
        Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : Vector128.IsHardwareAccelerated ? 128 : 0;

    /// <summary>True if a multiplication and an addition are one instruction.</summary>
    public static bool HasFusedMultiplyAdd => Fma.IsSupported || AdvSimd.IsSupported;
}
