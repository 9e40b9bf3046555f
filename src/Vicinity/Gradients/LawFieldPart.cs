namespace Vicinity;

/// <summary>All pairs as if p were 0, by the far law of the divergence, from fields of w and of one power of w.</summary>
internal sealed class LawFieldPart<TKernel, TDimensions> : IFieldPart
    where TKernel : struct, IKernel
    where TDimensions : struct, IDimensions
{
    /// <summary>S is a difference of the potential and the points' own w(0): a sum below this share of it would be mostly noise.</summary>
    private const double LeastShare = 0.05;

    /// <summary>The same of one row, whose noise no other row cancels.</summary>
    private const double LeastShareOfRow = 0.5;

    private readonly FarLaw law;
    private readonly double largestQ;
    private readonly double ownWeight;
    private readonly Normalizers normalizers;
    private readonly FieldGrid<TDimensions> grid;
    private readonly RadialField<FarTerm<WeightPower, TKernel>, TDimensions> weights;
    private readonly RadialField<FarPush<WeightPower, TKernel>, TDimensions> weightPushes;
    private readonly RadialField<FarTerm<WeightPower, TKernel>, TDimensions>? moments;
    private readonly RadialField<FarPush<WeightPower, TKernel>, TDimensions>? momentPushes;
    private readonly double[] momentSums;               // pair-wise the first one holds all
    private readonly double[] linear;
    private readonly double[] curved;

    /// <param name="law">h at p = 0.</param>
    /// <param name="largestQ">Up to which q the law holds.</param>
    /// <param name="kernel">w.</param>
    /// <param name="grid">The points.</param>
    /// <param name="normalizers">To be settled.</param>
    /// <param name="threads">Cores to use.</param>
    public LawFieldPart(FarLaw law, double largestQ, TKernel kernel, FieldGrid<TDimensions> grid, Normalizers normalizers, int threads)
    {
        this.law = law;
        this.largestQ = largestQ;
        this.normalizers = normalizers;
        ownWeight = Math.Exp(kernel.LogWeight(0, 1));
        this.grid = grid;
        WeightPower first = new(1);
        weights = new(new(first, kernel), grid, false, threads);
        weightPushes = new(new(first, kernel), grid, true, threads);
        if (law.Curved != 0)
        {
            WeightPower second = new(law.Power, law.Power == 1);
            moments = new(new(second, kernel), grid, false, threads);
            momentPushes = new(new(second, kernel), grid, true, threads);
        }

        momentSums = new double[grid.Cells.Count];
        linear = new double[grid.Cells.Count];
        curved = new double[grid.Cells.Count];
        Rows = new RowForce[grid.Cells.Count];
    }

    public RowForce[] Rows { get; }

    private bool IsLogarithmic => law.Power == 1;

    public bool TryNormalize(Coordinates positions)
    {
        if (!grid.Take(positions) || (!normalizers.IsByRow && !TrySumAll()))
        {
            return false;
        }

        if (normalizers.IsByRow)
        {
            SumRows();
        }

        normalizers.Settle(positions);
        return true;
    }

    public void AddPullSums(double[] pullSums)
    {
        for (int i = 0; i < pullSums.Length; i++)
        {
            pullSums[i] += Share(i, law.Linear, law.Curved);
        }
    }

    public void Force(double[] pullSums)
    {
        for (int i = 0; i < Rows.Length; i++)
        {
            double inverse = normalizers.Inverses[i];
            linear[i] = inverse == 0 ? 0 : (pullSums[i] - law.Linear + (IsLogarithmic ? law.Curved * normalizers.Logarithms[i] : 0)) * inverse;
            curved[i] = inverse == 0 ? 0 : law.Curved * Math.Pow(inverse, law.Power);
        }

        Array.Clear(Rows);
        AddAll((pushes, charges, factors, factor) => pushes.AddForces(charges, factors, factor, Rows));
    }

    public double Cost()
    {
        double cost = 0;
        for (int i = 0; i < Rows.Length; i++)
        {
            cost += Share(i, IsLogarithmic ? law.Linear - law.Curved : law.Linear, law.Curved / law.Power);
        }

        return cost;
    }

    public double SquaredError(int size)
    {
        int[] places = ForceSample.Draw(size, Rows.Length);
        RowForce[] direct = new RowForce[size];
        AddAll((pushes, charges, factors, factor) => pushes.AddDirect(charges, factors, factor, places, direct));
        return ForceSample.Squares(grid.Read(Rows, places), direct) / size;
    }

    private void SumRows()
    {
        weights.Values(normalizers.Weights);
        moments?.Values(momentSums);
        for (int i = 0; i < Rows.Length; i++)
        {
            // Rows without a sum are done one by one.
            normalizers.Weights[i] = normalizers.Weights[i] > LeastShareOfRow * ownWeight ? normalizers.Weights[i] : 0;
        }
    }

    private bool TrySumAll()
    {
        double total = weights.Total();
        Array.Clear(normalizers.Weights);
        normalizers.Weights[0] = total;
        momentSums[0] = moments?.Total() ?? 0;
        return total > LeastShare * Rows.Length * ownWeight && ownWeight <= largestQ * total;
    }

    /// <summary>Adds what each point gets with its own coefficient and with those of the others.</summary>
    private void AddAll(Sum add)
    {
        AddBoth(add, weightPushes, linear, 1);
        if (momentPushes is not null)
        {
            AddBoth(add, momentPushes, curved, -1);
        }
    }

    private void AddBoth(Sum add, RadialField<FarPush<WeightPower, TKernel>, TDimensions> pushes, double[] coefficients, double sign)
    {
        if (normalizers.IsByRow)
        {
            add(pushes, null, coefficients, sign);
            add(pushes, coefficients, null, sign);
        }
        else
        {
            add(pushes, null, null, 2 * sign * coefficients[0]);
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

    /// <summary>Adds sums of a push with some charges and factors to the points.</summary>
    private delegate void Sum(RadialField<FarPush<WeightPower, TKernel>, TDimensions> pushes, double[]? charges, double[]? factors, double factor);
}
