namespace Vicinity;

/// <summary>The order of points by their squared distance in double, ties by index.</summary>
internal static class ExactRanking
{
    /// <summary>Squared distances from one point to others.</summary>
    public static void Measure(Matrix data, int point, ReadOnlySpan<int> others, Span<double> squaredDistances)
    {
        ReadOnlySpan<float> row = data.Row(point);
        for (int k = 0; k < others.Length; k++)
        {
            squaredDistances[k] = SquaredDistance.Of(row, data.Row(others[k]));
        }
    }

    /// <summary>Sorts distances and indices together.</summary>
    public static void Sort(Span<double> squaredDistances, Span<int> indices)
    {
        RankSort.Sort(squaredDistances, indices);
        for (int first = 0; first < indices.Length;)
        {
            int end = first + 1;
            while (end < indices.Length && squaredDistances[end] == squaredDistances[first])
            {
                end++;
            }

            indices[first..end].Sort();
            first = end;
        }
    }
}
