namespace Vicinity.Tests;

/// <summary>The measures by their definitions: all ranks by sorting, all pairs in double, no shared code.</summary>
internal static class QualityOracle
{
    /// <summary>Rank of j among the others of i by (distance, index), from 1.</summary>
    public static int[][] Ranks(Matrix points) => [.. Enumerable.Range(0, points.Rows).Select(i =>
    {
        int[] ranks = new int[points.Rows];
        int rank = 0;
        foreach ((int j, _) in BruteForce.Neighbors(points, i, points.Rows - 1))
        {
            ranks[j] = ++rank;
        }

        return ranks;
    })];

    public static double Kept(int[][] rho, int[][] sigma, int k) =>
        Pairs(rho.Length).Count(p => rho[p.I][p.J] <= k && sigma[p.I][p.J] <= k) / (double)(k * rho.Length);

    public static double Trustworthiness(int[][] rho, int[][] sigma, int k)
    {
        double n = rho.Length;
        double factor = k < n / 2 ? 2 / (n * k * ((2 * n) - (3 * k) - 1)) : 2 / (n * (n - k) * (n - k - 1));
        return 1 - (factor * Pairs(rho.Length).Where(p => sigma[p.I][p.J] <= k && rho[p.I][p.J] > k).Sum(p => rho[p.I][p.J] - k));
    }

    public static double[] RnxCurve(int[][] rho, int[][] sigma)
    {
        double m = rho.Length - 1;
        return [.. Enumerable.Range(1, rho.Length - 2).Select(k => ((m * Kept(rho, sigma, k)) - k) / (m - k))];
    }

    public static double RnxArea(double[] curve) =>
        curve.Select((r, index) => r / (index + 1)).Sum() / curve.Select((_, index) => 1.0 / (index + 1)).Sum();

    /// <summary>All pairs of (same label, other label): won, or half if tied.</summary>
    public static double Roc(Matrix map, Labels labels, int i)
    {
        double[] same = Distances(map, i, j => labels[j] == labels[i]);
        double[] other = Distances(map, i, j => labels[j] != labels[i]);
        return same.SelectMany(s => other.Select(o => s < o ? 1 : s == o ? 0.5 : 0)).Average();
    }

    /// <summary>Precision integrated over recall by a thousand steps between every two thresholds.</summary>
    public static double PrecisionRecall(Matrix map, Labels labels, int i)
    {
        const int Steps = 1000;
        double[] same = Distances(map, i, j => labels[j] == labels[i]);
        double[] other = Distances(map, i, j => labels[j] != labels[i]);
        double area = 0;
        foreach (double threshold in same.Distinct().Order())
        {
            double before = same.Count(s => s < threshold);
            double gained = same.Count(s => s == threshold);
            double wrong = other.Count(o => o < threshold);
            double wrongGained = other.Count(o => o == threshold);
            for (int step = 0; step < Steps; step++)
            {
                double share = (step + 0.5) / Steps;
                double right = before + (share * gained);
                area += gained / Steps * right / (right + wrong + (share * wrongGained));
            }

        }

        return area / same.Length;
    }

    public static bool VoteFinds(Matrix points, Labels labels, int i, int k)
    {
        string[] near = [.. BruteForce.Neighbors(points, i, k).Select(other => labels[other.Index])];
        int most = near.GroupBy(label => label).Max(group => group.Count());
        return near.First(label => near.Count(other => other == label) == most) == labels[i];
    }

    public static (double R, double D)[] Distances(Matrix data, Matrix map) =>
        [.. Pairs(data.Rows).Where(p => p.I < p.J).Select(p => (BruteForce.Distance(data.Row(p.I), data.Row(p.J)), BruteForce.Distance(map.Row(p.I), map.Row(p.J))))];

    public static double Pearson(double[] x, double[] y)
    {
        double a = x.Average();
        double b = y.Average();
        return x.Zip(y, (u, v) => (u - a) * (v - b)).Sum() / Math.Sqrt(x.Sum(u => (u - a) * (u - a)) * y.Sum(v => (v - b) * (v - b)));
    }

    /// <summary>Average ranks by counting.</summary>
    public static double[] AverageRanks(double[] x) => [.. x.Select(u => x.Count(v => v < u) + ((x.Count(v => v == u) + 1) / 2.0))];

    public static (int I, int J)[] Pairs(int n) =>
        [.. Enumerable.Range(0, n).SelectMany(i => Enumerable.Range(0, n).Where(j => j != i).Select(j => (i, j)))];

    private static double[] Distances(Matrix map, int i, Func<int, bool> isWanted) =>
        [.. Enumerable.Range(0, map.Rows).Where(j => j != i && isWanted(j)).Select(j => BruteForce.Distance(map.Row(i), map.Row(j)))];
}
