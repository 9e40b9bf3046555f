namespace Vicinity;

/// <summary>Where a group of points lies, and how far it spreads.</summary>
/// <param name="Center">Its mean.</param>
/// <param name="Radius">Root mean square distance from it.</param>
internal sealed record GroupShape(double[] Center, double Radius)
{
    public static GroupShape Of(Matrix points, int[] members)
    {
        double[] center = new double[points.Columns];
        foreach (int i in members)
        {
            for (int d = 0; d < center.Length; d++)
            {
                center[d] += (double)points[i, d] / members.Length;
            }
        }

        double squares = members.Sum(i => Squared(points.Row(i), center));
        return new(center, Math.Sqrt(squares / members.Length));
    }

    /// <summary>Between all pairs.</summary>
    public static double[] Distances(GroupShape[] groups) =>
        [.. Enumerable.Range(0, groups.Length).SelectMany(a => Enumerable.Range(0, a).Select(b => groups[a].DistanceTo(groups[b])))];

    private double DistanceTo(GroupShape other)
    {
        double squared = 0;
        for (int d = 0; d < Center.Length; d++)
        {
            squared += (Center[d] - other.Center[d]) * (Center[d] - other.Center[d]);
        }

        return Math.Sqrt(squared);
    }

    private static double Squared(ReadOnlySpan<float> point, double[] center)
    {
        double squared = 0;
        for (int d = 0; d < center.Length; d++)
        {
            squared += (point[d] - center[d]) * (point[d] - center[d]);
        }

        return squared;
    }
}
