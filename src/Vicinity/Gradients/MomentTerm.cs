using System.Runtime.CompilerServices;

namespace Vicinity;

/// <summary>u(w).</summary>
internal readonly struct MomentTerm<TMoment>(TMoment moment) : IPairTerm
    where TMoment : struct, IMoment
{
    private readonly TMoment moment = moment;

    public bool IsZero => moment.IsNone;

    public bool ReadsLogarithm => moment.ReadsLogarithm;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes There(Lanes weight, Lanes logWeight, int i, int j) => moment.Of(weight, logWeight);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes Back(Lanes weight, Lanes logWeight, int i, int j) => moment.Of(weight, logWeight);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Each(Lanes weight, Lanes logWeight, int i, int j, out Lanes there, out Lanes back) => there = back = There(weight, logWeight, i, j);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes Both(Lanes weight, Lanes logWeight, int i, int j)
    {
        Lanes u = moment.Of(weight, logWeight);
        return u + u;
    }
}
