using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Vicinity;

/// <summary>q_ij sum h - h_ij of a far law: w_ij linear_i - u(w_ij) curved_i.</summary>
/// <param name="moment">u.</param>
/// <param name="linear">One number per point, padded; 0 for a far row.</param>
/// <param name="curved">One number per point, padded; 0 for a far row.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly struct LawBracket<TMoment>(TMoment moment, float[] linear, float[] curved) : IPairTerm
    where TMoment : struct, IMoment
{
    private readonly TMoment moment = moment;

    public bool IsZero => false;

    public bool ReadsLogarithm => moment.ReadsLogarithm;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes There(Lanes weight, Lanes logWeight, int i, int j) =>
        Mix(weight, logWeight, Lanes.Broadcast(linear[i]), moment.IsNone ? Lanes.Zero : Lanes.Broadcast(curved[i]));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes Back(Lanes weight, Lanes logWeight, int i, int j) =>
        Mix(weight, logWeight, Sixteen(linear, j), moment.IsNone ? Lanes.Zero : Sixteen(curved, j));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Each(Lanes weight, Lanes logWeight, int i, int j, out Lanes there, out Lanes back) =>
        (there, back) = (There(weight, logWeight, i, j), Back(weight, logWeight, i, j));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes Both(Lanes weight, Lanes logWeight, int i, int j) => Mix(
        weight,
        logWeight,
        Lanes.Broadcast(linear[i]) + Sixteen(linear, j),
        moment.IsNone ? Lanes.Zero : Lanes.Broadcast(curved[i]) + Sixteen(curved, j));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Lanes Mix(Lanes weight, Lanes logWeight, Lanes a, Lanes b) =>
        moment.IsNone ? weight * a : Lanes.FusedMultiplyAdd(-moment.Of(weight, logWeight), b, weight * a);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Lanes Sixteen(float[] values, int j) => Lanes.Load(ref MemoryMarshal.GetArrayDataReference(values), j);
}
