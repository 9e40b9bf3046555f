namespace Vicinity;

/// <summary>All pairs as if p were 0, by the far law of the divergence, from fields of w and of one power of w.</summary>
internal sealed class LawFieldPart<TKernel, TDimensions> : IFieldPart
    where TKernel : struct, IKernel
    where TDimensions : struct, IDimensions
{
    /// <summary>S is a difference of the potential and the points' own w(0): a sum below this share of it would be mostly noise.</summary>
    private const double LeastShare = 0.05;

    private readonly FarLaw law;
    private readonly double largestQ;
    private readonly double ownWeight;
    private readonly Normalizers normalizers;
    private readonly Lazy<IDensePart> exact;
    private readonly FieldGrid<TDimensions> grid;
    private readonly RadialField<FarTerm<WeightPower, TKernel>, TDimensions> weights;
    private readonly RadialField<FarPush<WeightPower, TKernel>, TDimensions> weightPushes;
    private readonly RadialField<FarTerm<WeightPower, TKernel>, TDimensions>? moments;
    private readonly RadialField<FarPush<WeightPower, TKernel>, TDimensions>? momentPushes;
    private readonly double[] momentSums;               // pair-wise the first one holds all
    private readonly double[] linear;
    private readonly double[] curved;
    private readonly RowForce[] rows;
    private bool isExact;

    /// <param name="law">h at p = 0.</param>
    /// <param name="largestQ">Up to which q the law holds.</param>
    /// <param name="kernel">w.</param>
    /// <param name="count">n.</param>
    /// <param name="normalizers">To be settled.</param>
    /// <param name="exact">For maps that cannot be summed so.</param>
    /// <param name="accuracy">Relative RMS error of the forces.</param>
    /// <param name="threads">Cores to use.</param>
    public LawFieldPart(
        FarLaw law, double largestQ, TKernel kernel, int count, Normalizers normalizers, Func<IDensePart> exact, double accuracy, int threads)
    {
        this.law = law;
        this.largestQ = largestQ;
        this.normalizers = normalizers;
        this.exact = new(exact);
        ownWeight = Math.Exp(kernel.LogWeight(0, 1));
        grid = new(count, accuracy, threads);
        WeightPower first = new(1);
        weights = new(new(first, kernel), grid, false, threads);
        weightPushes = new(new(first, kernel), grid, true, threads);
        if (law.Curved != 0)
        {
            WeightPower second = new(law.Power, law.Power == 1);
            moments = new(new(second, kernel), grid, false, threads);
            momentPushes = new(new(second, kernel), grid, true, threads);
        }

        momentSums = new double[count];
        linear = new double[count];
        curved = new double[count];
        rows = new RowForce[count];
    }

    public RowForce[] Rows => isExact ? exact.Value.Rows : rows;

    private bool IsLogarithmic => law.Power == 1;

    public void Normalize(Coordinates positions, bool withForces)
    {
        grid.Take(positions);
        isExact = false;
        if (normalizers.IsByRow)
        {
            SumRows();
        }
        else
        {
            SumAll();
        }

        if (isExact)
        {
            exact.Value.Normalize(positions, withForces);
        }
        else
        {
            normalizers.Settle(positions);
        }
    }

    public void AddPullSums(Coordinates positions, double[] pullSums)
    {
        if (isExact)
        {
            exact.Value.AddPullSums(positions, pullSums);
            return;
        }

        for (int i = 0; i < pullSums.Length; i++)
        {
            pullSums[i] += Share(i, law.Linear, law.Curved);
        }
    }

    public double Force(Coordinates positions, double[] pullSums, double exaggeration)
    {
        if (isExact)
        {
            return exact.Value.Force(positions, pullSums, exaggeration);
        }

        for (int i = 0; i < rows.Length; i++)
        {
            double inverse = normalizers.Inverses[i];
            linear[i] = inverse == 0 ? 0 : (pullSums[i] - law.Linear + (IsLogarithmic ? law.Curved * normalizers.Logarithms[i] : 0)) * inverse;
            curved[i] = inverse == 0 ? 0 : law.Curved * Math.Pow(inverse, law.Power);
        }

        Array.Clear(rows);
        AddBoth(weightPushes, linear, 1);
        if (momentPushes is not null)
        {
            AddBoth(momentPushes, curved, -1);
        }

        return 1;
    }

    public double Cost(Coordinates positions, double exaggeration)
    {
        if (isExact)
        {
            return exact.Value.Cost(positions, exaggeration);
        }

        double cost = 0;
        for (int i = 0; i < rows.Length; i++)
        {
            cost += Share(i, IsLogarithmic ? law.Linear - law.Curved : law.Linear, law.Curved / law.Power);
        }

        return cost;
    }

    public double ForceError(Coordinates positions)
    {
        grid.Take(positions);
        return isExact ? 0 : Math.Max(weightPushes.SampledError(), momentPushes?.SampledError() ?? 0);
    }

    private void SumRows()
    {
        weights.Values(normalizers.Weights);
        moments?.Values(momentSums);
        for (int i = 0; i < rows.Length; i++)
        {
            // Rows without a sum are done one by one.
            normalizers.Weights[i] = normalizers.Weights[i] > LeastShare * ownWeight ? normalizers.Weights[i] : 0;
        }
    }

    private void SumAll()
    {
        double total = weights.Total();
        isExact = total <= LeastShare * rows.Length * ownWeight || ownWeight > largestQ * total;
        Array.Clear(normalizers.Weights);
        normalizers.Weights[0] = total;
        momentSums[0] = moments?.Total() ?? 0;
    }

    /// <summary>Adds what each point gets with its own coefficient and with those of the others.</summary>
    private void AddBoth(RadialField<FarPush<WeightPower, TKernel>, TDimensions> pushes, double[] coefficients, double sign)
    {
        if (normalizers.IsByRow)
        {
            pushes.AddForces(null, coefficients, sign, rows);
            pushes.AddForces(coefficients, null, sign, rows);
        }
        else
        {
            pushes.AddForces(null, null, 2 * sign * coefficients[0], rows);
        }
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
        return (linearFactor * q) + (moments is null ? 0 : curvedFactor * (IsLogarithmic
            ? (momentSums[i] * inverse) - (q * normalizers.Logarithms[i])
            : momentSums[i] * Math.Pow(inverse, law.Power)));
    }
}
