namespace Vicinity;

/// <summary>Finds wide data whose rows are of very different length (D108).</summary>
internal static class RowNorms
{
    private const int FewestColumns = 128;
    private const double MostVariation = 0.5;

    public static FitWarning? Find(Matrix data)
    {
        if (data.Columns < FewestColumns || data.Rows < 2)
        {
            return null;
        }

        double sum = 0;
        double squares = 0;
        for (int i = 0; i < data.Rows; i++)
        {
            double square = 0;
            foreach (float value in data.Row(i))
            {
                square += (double)value * value;
            }

            sum += Math.Sqrt(square);
            squares += square;
        }

        double mean = sum / data.Rows;
        double variation = mean > 0 ? Math.Sqrt(Math.Max(0, (squares / data.Rows) - (mean * mean))) / mean : 0;
        return variation <= MostVariation ? null : new("D108",
            $"The lengths of the rows vary by {variation:P0} of their mean in {data.Columns} columns. If directions matter and lengths do not, compare by cosine.")
        {
            Number = variation,
            Threshold = MostVariation,
        };
    }
}
