namespace Vicinity;

/// <summary>Precisions of output kernels that follow from the input calibration.</summary>
internal static class OutputPrecisions
{
    private const double MostGrowth = 2;

    /// <summary>beta_u = U^(-2 s / K) / 2 for each scale present in a stage; s = min(2, max(1, D / K)), D the largest mean intrinsic dimension of all scales.</summary>
    /// <param name="schedule">The calibrated scales.</param>
    /// <param name="stage">Which of them are present.</param>
    /// <param name="dimensions">K, coordinates of the map.</param>
    /// <remarks>1 where there is no perplexity.</remarks>
    public static double[] Scaled(AffinitySchedule schedule, int stage, int dimensions)
    {
        double largest = schedule.AllScales.ToArray().Max(scale => scale.IntrinsicDimensions.ToArray().DefaultIfEmpty(0).Average());
        double growth = Math.Min(MostGrowth, Math.Max(1, largest / dimensions));
        return Array.ConvertAll(schedule.Perplexities(stage), perplexity => perplexity > 0 ? 0.5 * Math.Pow(perplexity, -2 * growth / dimensions) : 1);
    }

    /// <summary>The calibrated beta_i; a point without a finite one gets the median of the others, and all get 1 if there is none.</summary>
    /// <exception cref="ArgumentException">There are several scales, of which each has its own.</exception>
    public static double[] Transferred(AffinitySchedule schedule, int stage)
    {
        if (schedule.Scales(stage).Length > 1)
        {
            throw new ArgumentException(
                $"A map can take over the precisions of one perplexity, but {schedule.Scales(stage).Length} are averaged here. Set one perplexity, "
                + $"or {nameof(OutputPrecision)}.{nameof(OutputPrecision.Scale)}, which gives each of them a kernel of its own.", nameof(schedule));
        }

        Affinities scale = schedule.Scales(stage)[0];
        double[] found = [.. scale.Precisions.ToArray().Where(precision => precision > 0).Order()];
        double substitute = found.Length > 0 ? found[found.Length / 2] : 1;
        return scale.Precisions.IsEmpty
            ? [.. Enumerable.Repeat(substitute, scale.Count)]
            : Array.ConvertAll(scale.Precisions.ToArray(), precision => precision > 0 ? precision : substitute);
    }
}
