using System.Runtime.CompilerServices;

namespace Vicinity;

/// <summary>Measures single points against all others; holds the rooms that one core needs.</summary>
/// <param name="data">n x d points.</param>
/// <param name="map">n x K positions.</param>
/// <param name="neighbors">k, at most n - 1.</param>
/// <param name="labels">One class per point, or null.</param>
/// <param name="area">The weights of R_NX.</param>
internal sealed class PointMeasures(Matrix data, Matrix map, int neighbors, Labels? labels, RnxArea area)
{
    /// <summary>Points measured together, so that a part of the data is read once for all of them.</summary>
    public const int BlockPoints = 4;

    private const int PartPoints = 256;

    private readonly double[] dataSquares = new double[BlockPoints * data.Rows];
    private readonly double[] mapSquares = new double[BlockPoints * data.Rows];
    private readonly RowOrder inData = new(data.Rows);
    private readonly RowOrder inMap = new(data.Rows);
    private readonly LabelVote? vote = labels is null ? null : new(labels);
    private readonly double factor = RankPenalty.Factor(data.Rows, neighbors);

    /// <summary>How many others of the points measured so far meet them at K, by K.</summary>
    public long[] Meetings { get; } = new long[data.Rows + 1];

    /// <summary>Measures up to <see cref="BlockPoints"/> points.</summary>
    public void Measure(ReadOnlySpan<int> points, Span<PointQuality> results)
    {
        FillSquares(data, points, dataSquares);
        FillSquares(map, points, mapSquares);
        for (int p = 0; p < points.Length; p++)
        {
            ReadOnlySpan<double> squares = mapSquares.AsSpan(p * data.Rows, data.Rows);
            inData.Rank(points[p], dataSquares.AsSpan(p * data.Rows, data.Rows));
            inMap.Rank(points[p], squares);
            PointQuality quality = Compare(points[p]);
            results[p] = labels is null ? quality : WithLabel(quality, squares);
        }
    }

    private PointQuality Compare(int point)
    {
        ReadOnlySpan<int> nearestInData = inData.Order[..neighbors];
        (long falsePenalty, int kept) = RankPenalty.Of(inMap.Order[..neighbors], inData.Ranks);
        (long lostPenalty, _) = RankPenalty.Of(nearestInData, inMap.Ranks);
        (double weights, double squaredShifts) = Meet();
        double others = data.Rows - 1;
        return new()
        {
            Point = point,
            NeighborsKept = neighbors == 0 ? 1 : (double)kept / neighbors,
            Trustworthiness = 1 - (factor * falsePenalty),
            Continuity = 1 - (factor * lostPenalty),
            RnxArea = RnxArea.Of(weights, data.Rows),
            RankCorrelation = others < 2 ? 1 : 1 - (6 * squaredShifts / (others * ((others * others) - 1))),
        };
    }

    /// <summary>Sums over all others: W at the larger rank, and the squared difference of both.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private (double Weights, double SquaredShifts) Meet()
    {
        ReadOnlySpan<double> table = area.Weights;
        int[] there = inMap.Ranks;
        double weights = 0;
        double squares = 0;
        for (int j = 0; j < there.Length; j++)
        {
            int here = inData.Ranks[j];
            int larger = Math.Max(here, there[j]);
            double shift = here - there[j];
            Meetings[larger]++;
            weights += table[larger];
            squares += shift * shift;
        }

        Meetings[0] = 0;
        return (weights, squares);
    }

    private PointQuality WithLabel(PointQuality quality, ReadOnlySpan<double> squares)
    {
        (double? roc, double? precisionRecall) = RetrievalAreas.Of(inMap.Order, squares, labels!.Codes, labels.Codes[quality.Point]);
        return quality with
        {
            LabelFound = vote!.Names(quality.Point, inMap.Order[..neighbors]),
            LabelFoundInData = vote.Names(quality.Point, inData.Order[..neighbors]),
            RocArea = roc,
            PrecisionRecallArea = precisionRecall,
        };
    }

    /// <summary>Squared distances from some points to all, in double.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FillSquares(Matrix from, ReadOnlySpan<int> points, double[] squares)
    {
        for (int first = 0; first < from.Rows; first += PartPoints)
        {
            int end = Math.Min(from.Rows, first + PartPoints);
            for (int p = 0; p < points.Length; p++)
            {
                ReadOnlySpan<float> point = from.Row(points[p]);
                Span<double> to = squares.AsSpan(p * from.Rows, from.Rows);
                for (int j = first; j < end; j++)
                {
                    to[j] = SquaredDistance.Of(point, from.Row(j));
                }
            }
        }
    }
}
