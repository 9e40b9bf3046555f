namespace Vicinity;

/// <summary>The direction of limited-memory BFGS: the last ten steps and gradient changes stand for the inverse Hessian (Nocedal 1980).</summary>
/// <remarks>Nocedal and Wright, algorithm 7.4; the first matrix is (s.y / y.y) I. Memory 20 vectors of the size of the map, in double.</remarks>
internal sealed class Lbfgs : ISearchDirection
{
    private const int Memory = 10;
    private const double LeastCurvature = 1e-12;

    private readonly LinkedList<(double[] Step, double[] Change, double Curvature)> pairs = [];

    public double Find(ReadOnlySpan<double> gradient, double exaggeration, Span<double> direction)
    {
        double firstStep = SteepestDescent.Find(gradient, direction);
        if (pairs.Last is null)
        {
            return firstStep;
        }

        double[] weights = new double[pairs.Count];
        int k = pairs.Count;
        for (var pair = pairs.Last; pair is not null; pair = pair.Previous)
        {
            weights[--k] = LongVectors.Dot(pair.Value.Step, direction) / pair.Value.Curvature;
            LongVectors.Add(direction, -weights[k], pair.Value.Change);
        }

        double[] newest = pairs.Last.Value.Change;
        LongVectors.Scale(direction, pairs.Last.Value.Curvature / LongVectors.Dot(newest, newest));
        foreach ((double[] step, double[] change, double curvature) in pairs)
        {
            double backward = LongVectors.Dot(change, direction) / curvature;
            LongVectors.Add(direction, weights[k++] - backward, step);
        }

        return 1;
    }

    /// <summary>Keeps the pair, unless the cost does not curve upward along the step.</summary>
    public void Learn(ReadOnlySpan<double> step, ReadOnlySpan<double> gradientChange)
    {
        double curvature = LongVectors.Dot(step, gradientChange);
        double scale = Math.Sqrt(LongVectors.Dot(step, step) * LongVectors.Dot(gradientChange, gradientChange));
        if (!(curvature > LeastCurvature * scale))
        {
            return;
        }

        if (pairs.Count == Memory)
        {
            pairs.RemoveFirst();
        }

        pairs.AddLast((step.ToArray(), gradientChange.ToArray(), curvature));
    }

    public void Forget() => pairs.Clear();

    public void Exchange(StateStore store)
    {
        (double[] Step, double[] Change, double Curvature)[] kept = [.. pairs];
        int count = store.Count("pairs", kept.Length, 0, Memory);
        int length = store.Count("length", kept.Length == 0 ? 0 : kept[0].Step.Length);
        pairs.Clear();
        for (int k = 0; k < count; k++)
        {
            (double[] step, double[] change, double curvature) = store.IsReading ? (new double[length], new double[length], 0) : kept[k];
            store.Exchange($"step{k}", step.AsSpan());
            store.Exchange($"change{k}", change.AsSpan());
            pairs.AddLast((step, change, store.Number($"curvature{k}", curvature)));
        }
    }
}
