namespace Vicinity.Bench;

/// <summary>The t kernel as a user would write it, with lane forms.</summary>
internal readonly struct OwnStudentT : IKernel
{
    public bool IsPerPoint => false;

    public double LogWeight(double f, double theta) => -Math.Log(1 + f);

    public double Decay(double f, double theta) => 1 / (1 + f);

    public Lanes LogWeight(Lanes f, Lanes theta) => -Lanes.LogOnePlus(f);

    public Lanes Weight(Lanes f, Lanes theta) => Lanes.Broadcast(1) / (Lanes.Broadcast(1) + f);

    public Lanes Decay(Lanes f, Lanes theta) => Weight(f, theta);
}
