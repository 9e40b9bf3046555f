namespace Vicinity;

/// <summary>All pairs as if p were 0, by the far law of the divergence: sums of w and of one power of w are enough.</summary>
internal sealed class LawPart<TWeights, TPoint, TMoment, TDimensions>(
    FarLaw law, TWeights weights, TMoment moment, Normalizers normalizers, Triangle triangle) : IDensePart
    where TWeights : struct, IPairWeights<TPoint>
    where TPoint : struct
    where TMoment : struct, IMoment
    where TDimensions : struct, IDimensions
{
    private readonly int count = triangle.Sums.Length;
    private readonly float[] linear = new float[Coordinates.PaddedLength(triangle.Sums.Length)];
    private readonly float[] curved = new float[Coordinates.PaddedLength(triangle.Sums.Length)];
    private readonly double[] moments = new double[triangle.Sums.Length];
    private readonly PairSums<TWeights, TPoint, TDimensions> sums = new(weights, triangle);

    /// <summary>True if one pass is enough: one S for all, so that forces can be divided by it afterwards.</summary>
    private bool IsOnePass => !normalizers.IsByRow;

    private bool IsLogarithmic => law.Power == 1;

    public RowForce[] Rows => triangle.Sums;

    public void Normalize(Coordinates positions, bool withForces)
    {
        if (withForces && IsOnePass)
        {
            SumForces(positions);
            Take(row => (row.Weight, row.Moment));
        }
        else if (!withForces || !normalizers.IsNone)
        {
            sums.Sum(positions, default(WeightTerm), new MomentTerm<TMoment>(moment), normalizers.IsByRow);
            Take(row => (row.X, row.Y));
        }

        normalizers.Settle(positions);
    }

    public void AddPullSums(Coordinates positions, double[] pullSums)
    {
        for (int i = 0; i < count; i++)
        {
            pullSums[i] += Share(i, law.Linear, law.Curved);
        }
    }

    public double Force(Coordinates positions, double[] pullSums, double exaggeration)
    {
        if (!IsOnePass)
        {
            double unit = Coefficients(pullSums);
            sums.Force(positions, new LawBracket<TMoment>(moment, linear, curved));
            return unit;
        }

        // Forces hold both directions, but those beside a moment one of two equal ones.
        double directions = moment.IsNone || !weights.IsSymmetric ? 1 : 2;
        for (int i = 0; i < count; i++)
        {
            sums.Rows[i].Mix(directions * Linear(i, pullSums), -directions * Curved(i));
        }

        return 1;
    }

    public double Cost(Coordinates positions, double exaggeration)
    {
        double cost = 0;
        for (int i = 0; i < count; i++)
        {
            cost += Share(i, IsLogarithmic ? law.Linear - law.Curved : law.Linear, law.Curved / law.Power);
        }

        return cost;
    }

    /// <summary>sum_j of linear q + curved u(q), from the sums of w and u(w).</summary>
    private double Share(int i, double linearFactor, double curvedFactor)
    {
        double inverse = normalizers.Inverses[i];
        if (inverse == 0)
        {
            return 0;
        }

        double q = normalizers.Weights[i] * inverse;
        return (linearFactor * q) + (moment.IsNone ? 0 : curvedFactor * (IsLogarithmic
            ? (moments[i] * inverse) - (q * normalizers.Logarithms[i])
            : moments[i] * Math.Pow(inverse, law.Power)));
    }

    /// <summary>Writes the coefficients of the bracket in units of 1 / the largest S, so that hardly a product of floats is subnormal; returns the unit.</summary>
    private double Coefficients(double[] pullSums)
    {
        double unit = double.PositiveInfinity;
        foreach (double inverse in normalizers.Inverses)
        {
            unit = inverse > 0 ? Math.Min(unit, inverse) : unit;
        }

        for (int i = 0; i < count; i++)
        {
            linear[i] = (float)(Linear(i, pullSums) / unit);
            curved[i] = (float)(Curved(i) / unit);
        }

        return double.IsFinite(unit) ? unit : 0;
    }

    private double Linear(int i, double[] pullSums) => normalizers.Inverses[i] == 0
        ? 0
        : (pullSums[i] - law.Linear + (IsLogarithmic ? law.Curved * normalizers.Logarithms[i] : 0)) * normalizers.Inverses[i];

    private double Curved(int i) => moment.IsNone ? 0 : law.Curved * Math.Pow(normalizers.Inverses[i], law.Power);

    private void SumForces(Coordinates positions)
    {
        if (moment.IsNone)
        {
            sums.Force(positions, default(WeightTerm));
        }
        else
        {
            sums.Forces(positions, new MomentTerm<TMoment>(moment));
        }
    }

    private void Take(Func<RowForce, (double Weight, double Moment)> read)
    {
        for (int i = 0; i < count; i++)
        {
            (normalizers.Weights[i], moments[i]) = read(sums.Rows[i]);
        }
    }
}
