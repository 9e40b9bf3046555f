namespace Vicinity;

/// <summary>All pairs by the divergence itself, at the p of a dense table or at p = 0.</summary>
internal sealed class DirectPart<TDivergence, TWeights, TPoint, TRows, TDimensions>(
    TDivergence divergence, TWeights weights, TRows rows, bool isEven, Normalizers normalizers, PairState state, Triangle triangle) : IDensePart
    where TDivergence : struct, IDivergence
    where TWeights : struct, IPairWeights<TPoint>
    where TPoint : struct
    where TRows : struct, IPairRows
    where TDimensions : struct, IDimensions
{
    private readonly PairSums<TWeights, TPoint, TDimensions> sums = new(weights, triangle);
    private readonly double[] squares = new double[triangle.Sums.Length];

    /// <summary>True if the forces come from the same pass as sum h, being linear in it: one S, and p = 0.</summary>
    private bool IsFused => isEven && !normalizers.IsNone && typeof(TRows) == typeof(AbsentRows);

    public RowForce[] Rows => triangle.Sums;

    public void Normalize(Coordinates positions, bool withForces)
    {
        if (normalizers.IsNone)
        {
            normalizers.Settle(positions);
            return;
        }

        if (normalizers.IsByRow)
        {
            sums.Sum(positions, default(WeightTerm), default(MomentTerm<SquareMoment>), true);
        }
        else
        {
            Sum(positions, default(WeightTerm));
        }

        for (int i = 0; i < squares.Length; i++)
        {
            normalizers.Weights[i] = sums.Rows[i].X;
            squares[i] = sums.Rows[i].Y;
        }

        normalizers.Settle(positions, normalizers.IsByRow ? squares : default);
    }

    public void AddPullSums(Coordinates positions, double[] pullSums)
    {
        if (IsFused)
        {
            sums.Forces(positions, new DirectPull<TDivergence, TRows>(divergence, rows, state));
            for (int i = 0; i < pullSums.Length; i++)
            {
                pullSums[i] += normalizers.Far.IsEmpty ? sums.Rows[i].Moment : 0;
            }

            return;
        }

        Sum(positions, new DirectPull<TDivergence, TRows>(divergence, rows, state));
        for (int i = 0; i < pullSums.Length; i++)
        {
            pullSums[i] += sums.Rows[i].X;
        }
    }

    public double Force(Coordinates positions, double[] pullSums, double exaggeration)
    {
        if (IsFused && !divergence.IsSeparable)
        {
            double directions = weights.IsSymmetric ? 2 : 1;
            for (int i = 0; i < pullSums.Length; i++)
            {
                sums.Rows[i].Mix(directions * pullSums[i] * normalizers.Inverses[i], normalizers.Far.IsEmpty ? -directions : 0);
            }

            return 1;
        }

        state.TakePulls(pullSums);
        DirectBracket<TDivergence, TRows> bracket = new(divergence, rows, state, (float)(exaggeration - 1));
        if (isEven)
        {
            sums.Force(positions, new EvenTerm<DirectBracket<TDivergence, TRows>>(bracket));
        }
        else
        {
            sums.Force(positions, bracket);
        }

        return 1;
    }

    public double Cost(Coordinates positions, double exaggeration)
    {
        Sum(positions, new DirectCost<TDivergence, TRows>(divergence, rows, state, (float)(exaggeration - 1)));
        double cost = 0;
        foreach (RowForce sum in sums.Rows)
        {
            cost += sum.X;
        }

        return cost;
    }

    private void Sum<TTerm>(Coordinates positions, TTerm term)
        where TTerm : struct, IPairTerm
    {
        if (isEven)
        {
            sums.Sum(positions, new EvenTerm<TTerm>(term), default(MomentTerm<NoMoment>), normalizers.IsByRow);
        }
        else
        {
            sums.Sum(positions, term, default(MomentTerm<NoMoment>), normalizers.IsByRow);
        }
    }
}
