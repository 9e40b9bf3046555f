using System.Runtime.CompilerServices;

namespace Vicinity;

/// <summary>Measures single points against all others; holds the rooms that one core needs.</summary>
/// <param name="data">n points.</param>
/// <param name="map">n x K positions.</param>
/// <param name="neighbors">k, at most n - 1.</param>
/// <param name="labels">One class per point, or null.</param>
/// <param name="area">The weights of R_NX.</param>
internal sealed class PointMeasures(RowSpace data, Matrix map, int neighbors, Labels? labels, RnxArea area)
{
    /// <summary>Points measured together, so that a part of the data is read once for all of them.</summary>
    public const int BlockPoints = 4;

    private const int PartPoints = 256;

    private readonly double[] inDataFrom = new double[BlockPoints * data.Count];
    private readonly double[] inMapFrom = new double[BlockPoints * data.Count];
    private readonly RowOrder inData = new(data.Count);
    private readonly RowOrder inMap = new(data.Count);
    private readonly DenseSpace? euclidean = data is DenseSpace { IsEuclidean: true } dense ? dense : null;
    private readonly LabelVote? vote = labels is null ? null : new(labels);
    private readonly double factor = RankPenalty.Factor(data.Count, neighbors);

    /// <summary>How many others of the points measured so far meet them at K, by K.</summary>
    public long[] Meetings { get; } = new long[data.Count + 1];

    /// <summary>Measures up to <see cref="BlockPoints"/> points.</summary>
    public void Measure(ReadOnlySpan<int> points, Span<PointQuality> results)
    {
        FillData(points);
        FillSquares(map, points, inMapFrom);
        for (int p = 0; p < points.Length; p++)
        {
            Span<double> here = inDataFrom.AsSpan(p * data.Count, data.Count);
            Span<double> there = inMapFrom.AsSpan(p * data.Count, data.Count);
            inData.Rank(points[p], here);
            inMap.Rank(points[p], there);
            PointQuality quality = Compare(points[p], Stresses(here, there));
            results[p] = labels is null ? quality : WithLabel(quality, there);
        }
    }

    /// <summary>Distances in the data: their squares where these come first, which have the same order.</summary>
    private void FillData(ReadOnlySpan<int> points)
    {
        if (euclidean is not null)
        {
            FillSquares(euclidean.Data, points, inDataFrom);
            return;
        }

        for (int p = 0; p < points.Length; p++)
        {
            data.Measure(data, points[p], inDataFrom.AsSpan(p * data.Count, data.Count));
        }
    }

    private PointQuality Compare(int point, (double AsItIs, double Scaled) stress)
    {
        ReadOnlySpan<int> nearestInData = inData.Order[..neighbors];
        (long falsePenalty, int kept) = RankPenalty.Of(inMap.Order[..neighbors], inData.Ranks);
        (long lostPenalty, _) = RankPenalty.Of(nearestInData, inMap.Ranks);
        (double weights, double squaredShifts) = Meet();
        double others = data.Count - 1;
        return new()
        {
            Point = point,
            NeighborsKept = neighbors == 0 ? 1 : (double)kept / neighbors,
            Trustworthiness = 1 - (factor * falsePenalty),
            Continuity = 1 - (factor * lostPenalty),
            RnxArea = RnxArea.Of(weights, data.Count),
            RankCorrelation = others < 2 ? 1 : 1 - (6 * squaredShifts / (others * ((others * others) - 1))),
            Stress = stress.AsItIs,
            ScaledStress = stress.Scaled,
        };
    }

    /// <summary>sum (r - d)^2 / sum r^2, and 1 - (sum r d)^2 / (sum r^2 sum d^2), of one point's distances; its own to itself are 0.</summary>
    [MethodImpl(HotLoop.Alone)]
    private (double AsItIs, double Scaled) Stresses(ReadOnlySpan<double> here, ReadOnlySpan<double> there)
    {
        (double squares, double squaresInMap, double products) = (0, 0, 0);
        for (int j = 0; j < there.Length; j++)
        {
            double square = euclidean is null ? here[j] * here[j] : here[j];
            squares += square;
            squaresInMap += there[j];
            products += Math.Sqrt(square * there[j]);
        }

        double errors = Math.Max(0, squares + squaresInMap - (2 * products));
        double both = squares * squaresInMap;
        return (PairMoments.Ratio(errors, squares), both > 0 ? Math.Max(0, 1 - (products / both * products)) : errors > 0 ? 1 : 0);
    }

    /// <summary>Sums over all others: W at the larger rank, and the squared difference of both.</summary>
    [MethodImpl(HotLoop.Alone)]
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
    [MethodImpl(HotLoop.Alone)]
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
