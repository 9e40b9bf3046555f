namespace Vicinity;

/// <summary>What islands of a map say that the data does not: sizes (D303), gaps (D304), broken and merged groups (D305).</summary>
internal static class IslandChecks
{
    private const double MostMagnification = 2;
    /// <summary>An island this much smaller than the largest is copies of one row.</summary>
    private const double Pointlike = 1e-4;
    private const double LeastCorrelation = 0.5;
    private const int FewestForGaps = 5;

    /// <summary>Of the neighbours of the smaller of two islands that lie in one of the two, so many lie in the other: one group, cut in two.</summary>
    private const double MostAcross = 0.2;

    /// <summary>The second largest group of an island has at least this share of it.</summary>
    private const double LeastPart = 0.05;

    public static IEnumerable<FitWarning> Find(MapEvidence evidence)
    {
        GroupShapes inData = GroupShapes.Of(evidence.Space, evidence.Islands.Members);
        GroupShapes inMap = GroupShapes.Of(evidence.Map, evidence.Islands.Members);
        FitWarning?[] found = [Gaps(inData, inMap), Broken(evidence), Merged(evidence), Sizes(inData, inMap)];
        return found.OfType<FitWarning>();
    }

    private static FitWarning? Sizes(GroupShapes inData, GroupShapes inMap)
    {
        double[] magnifications = [.. inData.Radii.Zip(inMap.Radii, (data, map) => data > Pointlike * inData.Radii.Max() ? map / data : double.NaN).Where(double.IsFinite)];
        double ratio = magnifications.Length < 2 ? 1 : magnifications.Max() / magnifications.Min();
        return !(ratio > MostMagnification) ? null : new("D303",
            $"One island is magnified {ratio:0.0} times as much as another. Sizes of islands mean nothing.")
        {
            Number = ratio,
            Threshold = MostMagnification,
        };
    }

    private static FitWarning? Gaps(GroupShapes inData, GroupShapes inMap)
    {
        double correlation = inMap.Radii.Length < FewestForGaps ? double.NaN : PairCorrelation.Spearman(inData.Distances, inMap.Distances);
        return !(correlation < LeastCorrelation) ? null : new("D304",
            $"The distances between {inMap.Radii.Length} islands follow those in the data with a rank correlation of {correlation:0.00} only. Do not read which islands are near each other.")
        {
            Number = correlation,
            Threshold = LeastCorrelation,
        };
    }

    private static FitWarning? Broken(MapEvidence evidence)
    {
        int islands = evidence.Islands.Count;
        int[] byPoint = evidence.Islands.ByPoint;
        long[,] edges = new long[islands, islands];
        for (int i = 0; i < byPoint.Length; i++)
        {
            foreach (int j in evidence.InData.Neighbors(i))
            {
                if (byPoint[i] >= 0 && byPoint[j] >= 0)
                {
                    edges[byPoint[i], byPoint[j]]++;
                }
            }
        }

        (double Share, int First, int Second) worst = (0, 0, 0);
        for (int a = 0; a < islands; a++)
        {
            for (int b = a + 1; b < islands; b++)
            {
                double shareA = (double)edges[a, b] / Math.Max(1, edges[a, a] + edges[a, b]);
                double shareB = (double)edges[b, a] / Math.Max(1, edges[b, b] + edges[b, a]);
                double share = Math.Max(shareA, shareB);
                worst = share > worst.Share ? (share, a, b) : worst;
            }
        }

        return worst.Share <= MostAcross ? null : new("D305",
            $"Two islands, of {evidence.Islands.Members[worst.First].Length} and {evidence.Islands.Members[worst.Second].Length} points, are one group in the data: {worst.Share:P0} of the neighbours of one lie in the other. Go on for longer, or use more neighbours.")
        {
            Number = worst.Share,
            Threshold = MostAcross,
            Points = [.. evidence.Islands.Members[worst.Second].Select(i => evidence.Rows[i])],
        };
    }

    private static FitWarning? Merged(MapEvidence evidence)
    {
        foreach (int[] island in evidence.Islands.Members)
        {
            int[][] groups = [.. island.GroupBy(i => evidence.Groups.ByPoint[i]).Where(group => group.Key >= 0).Select(group => group.ToArray()).OrderByDescending(group => group.Length)];
            double part = groups.Length < 2 ? 0 : (double)groups[1].Length / island.Length;
            if (part > LeastPart)
            {
                return new("D305",
                    $"One island of {island.Length} points holds {groups.Length} groups that are apart in the data, of {groups[0].Length} and {groups[1].Length} points and so on. Use a smaller perplexity, or go on for longer.")
                {
                    Number = part,
                    Threshold = LeastPart,
                    Points = [.. groups[1].Select(i => evidence.Rows[i])],
                };
            }
        }

        return null;
    }
}
