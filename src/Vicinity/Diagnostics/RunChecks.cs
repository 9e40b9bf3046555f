namespace Vicinity;

/// <summary>What the end of a run tells of it: D201 to D204. Numbers and thresholds: docs/decisions/0020-doctor.md.</summary>
internal static class RunChecks
{
    private const double MostFall = 0.01;
    /// <summary>A fall is compared with the loss, or with this share of the null loss if that is more: who has lost almost nothing need not save.</summary>
    private const double SmallLoss = 0.1;
    private const double LargestLateExaggeration = 4;
    private const double LeastRate = 0.2;
    private const double LargestRate = 10;
    private const double LeastSpan = 1e-2;
    private const double MostOfNullLoss = 0.99;
    private const double LeastNullLoss = 1e-6;
    private const double Rounding = 1e-3;

    public static IEnumerable<FitWarning> Find(RunEnd end)
    {
        FitWarning?[] found = [Collapse(end), Exaggerated(end), Rate(end), Unfinished(end)];
        return found.OfType<FitWarning>();
    }

    /// <summary>D201; a run that ends exaggerated is another case.</summary>
    private static FitWarning? Unfinished(RunEnd end)
    {
        double size = Math.Max(Math.Abs(end.Loss), SmallLoss * Math.Abs(end.NullLoss));
        double fall = end.Window > 0 && size > 0 ? end.Fall / size * RunTrail.Usual / end.Window : 0;
        return !(fall > MostFall) || end.LastPhase?.Exaggeration > LargestLateExaggeration ? null : new("D201",
            $"The loss still fell by {fall:P1} in the last {RunTrail.Usual} iterations, growth of the map not counted. Go on for longer.")
        {
            Number = fall,
            Threshold = MostFall,
            Remedy = $"--iterations {Math.Max(500, 2 * end.Iterations)}",
        };
    }

    private static FitWarning? Exaggerated(RunEnd end) => end.LastPhase is not { } phase || phase.Exaggeration <= LargestLateExaggeration ? null : new("D202",
        $"The run ended after {end.Iterations} iterations at exaggeration {phase.Exaggeration:g3}: islands are pulled into knots. Go on without exaggeration.")
    {
        Number = phase.Exaggeration,
        Threshold = LargestLateExaggeration,
        Remedy = $"--iterations {Math.Max(500, 3 * end.Iterations)}",
    };

    /// <summary>D203: every phase below, or one above. A schedule may cool down at its end.</summary>
    private static FitWarning? Rate(RunEnd end)
    {
        if (end.Optimizer is not (Optimizer.DeltaBarDelta or Optimizer.Momentum or Optimizer.Nesterov))
        {
            return null;
        }

        double largest = end.Schedule.Where(phase => phase.Iterations > 0)
            .Select(phase => phase.LearningRate.Value / LearningRate.Auto.Resolve(end.Objective, phase.Exaggeration, end.Map.Rows).Value).DefaultIfEmpty(1).Max();
        return largest is >= LeastRate and <= LargestRate ? null : new("D203",
            $"The learning rate is {largest:g3} times the automatic one, n / (4 x exaggeration) for this cost. {(largest < 1 ? "The map will hardly unfold." : "Points are thrown about.")}")
        {
            Number = largest,
            Threshold = largest < 1 ? LeastRate : LargestRate,
        };
    }

    private static FitWarning? Collapse(RunEnd end)
    {
        bool isNormalized = end.Objective is { Parts.Count: 1, Input: ObjectiveInput.Affinities, Normalization: Normalization.PairWise or Normalization.PointWise };
        double span = Span(end.Map);
        bool isUniform = Math.Abs(end.NullLoss) <= LeastNullLoss;     // then every map is as good, one in a point too
        double relative = isUniform ? 0 : end.Loss / end.NullLoss;
        return end.Map.Rows < 2 ? null
            : !double.IsFinite(end.Loss) ? Collapsed($"The loss is {end.Loss}: the map has left the range of numbers. Start again with the automatic rate.", double.NaN, double.NaN, "--learning-rate auto")
            : isNormalized && relative < -Rounding ? Collapsed($"The loss is {end.Loss:g3}, but this cost cannot be below 0. Use exact gradients.", end.Loss, 0, "--gradient exact")
            : isNormalized && !isUniform && span < LeastSpan ? Collapsed($"All points lie within {span:g2} of each other: the map never unfolded. Go on for longer, or use another start.", span, LeastSpan, "--learning-rate auto --init pca")
            : isNormalized && relative > MostOfNullLoss ? Collapsed($"The loss is {relative:P1} of that of a map in which all points are alike. Go on for longer, or use another start.", relative, MostOfNullLoss, "--learning-rate auto --init pca")
            : null;
    }

    private static FitWarning Collapsed(string message, double number, double threshold, string remedy) =>
        new("D204", message) { Number = number, Threshold = threshold, Remedy = remedy };

    /// <summary>The longest side of the box around the map.</summary>
    private static double Span(Matrix map)
    {
        double longest = 0;
        for (int d = 0; d < map.Columns; d++)
        {
            float least = float.PositiveInfinity;
            float most = float.NegativeInfinity;
            for (int i = 0; i < map.Rows; i++)
            {
                least = Math.Min(least, map[i, d]);
                most = Math.Max(most, map[i, d]);
            }

            longest = Math.Max(longest, (double)most - least);
        }

        return longest;
    }
}
