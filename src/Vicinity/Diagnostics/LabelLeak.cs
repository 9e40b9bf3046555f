namespace Vicinity;

/// <summary>Finds the label among the features (D106): a column of few values, each of which names a label, or one column of zeros and ones per label.</summary>
internal static class LabelLeak
{
    private const double LeastAccuracy = 0.99;

    /// <summary>A column that tells the label has about as many values as there are labels.</summary>
    private const int MostValuesPerLabel = 2;

    /// <param name="data">n x d.</param>
    /// <param name="labels">One per row.</param>
    /// <param name="names">Of the columns.</param>
    /// <param name="threads">Cores to use; 0, the default, is all.</param>
    public static FitWarning? Find(Matrix data, Labels labels, ColumnNames names, int threads = 0)
    {
        int classes = labels.Codes.ToArray().Distinct().Count();
        if (classes < 2 || data.Rows < 2 * classes)
        {
            return null;
        }

        double[] accuracies = new double[data.Columns];
        Blocks.Run(data.Columns, 1, Cores.Resolve(threads), (column, _, _) => accuracies[column] = Accuracy(data, column, labels, MostValuesPerLabel * classes));
        int[] told = [.. Enumerable.Range(0, data.Columns).Where(column => accuracies[column] >= LeastAccuracy)];
        int[] marks = told.Length > 0 ? [] : Marks(data, labels);
        return told.Length > 0 ? Warning(told, told.Max(column => accuracies[column]), names)
            : marks.Length >= classes ? Warning(marks, 1, names)
            : null;
    }

    private static FitWarning Warning(int[] columns, double accuracy, ColumnNames names) => new("D106",
        $"{(columns.Length == 1 ? "Column" : "The columns")} {names.List(columns)} {(columns.Length == 1 ? "gives" : "give")} away {accuracy:P1} of the labels. Leave {(columns.Length == 1 ? "it" : "them")} out, unless that is what you want to see.")
    {
        Number = accuracy,
        Threshold = LeastAccuracy,
        Remedy = string.Join(' ', columns.Select(d => $"--drop {names.Word(d)}")),
    };

    /// <summary>How many labels are right if every value of a column votes for its most frequent one; 0 if it has too many values, or only one.</summary>
    private static double Accuracy(Matrix data, int column, Labels labels, int mostValues)
    {
        Dictionary<float, Dictionary<int, int>> votes = [];
        for (int i = 0; i < data.Rows && votes.Count <= mostValues; i++)
        {
            float value = data[i, column];
            if (!votes.TryGetValue(value, out Dictionary<int, int>? counts))
            {
                votes[value] = counts = [];
            }

            counts[labels.Codes[i]] = counts.GetValueOrDefault(labels.Codes[i]) + 1;
        }

        return votes.Count < 2 || votes.Count > mostValues ? 0 : (double)votes.Values.Sum(counts => counts.Values.Max()) / data.Rows;
    }

    /// <summary>Columns of two values that are the mark of one label each.</summary>
    private static int[] Marks(Matrix data, Labels labels) => [.. Enumerable.Range(0, data.Columns)
        .Select(d => (Column: d, Label: Marked(data, d, labels))).Where(mark => mark.Label >= 0).DistinctBy(mark => mark.Label).Select(mark => mark.Column)];

    private static int Marked(Matrix data, int column, Labels labels)
    {
        float usual = data[0, column];
        int first = 1;
        while (first < data.Rows && data[first, column] == usual)
        {
            first++;
        }

        return first == data.Rows ? -1
            : IsMark(data, column, labels, labels.Codes[first], data[first, column], usual) ? labels.Codes[first]
            : IsMark(data, column, labels, labels.Codes[0], usual, data[first, column]) ? labels.Codes[0]
            : -1;
    }

    private static bool IsMark(Matrix data, int column, Labels labels, int label, float mark, float other)
    {
        for (int i = 0; i < data.Rows; i++)
        {
            if (data[i, column] != (labels.Codes[i] == label ? mark : other))
            {
                return false;
            }
        }

        return true;
    }
}
