namespace Vicinity;

/// <summary>Finds the label among the features (D106): a column of few values, each of which names a label, or one column of zeros and ones per label.</summary>
internal static class LabelLeak
{
    private const double LeastAccuracy = 0.99;

    /// <summary>Of more rows, a sample tells first which columns are worth a look at all rows.</summary>
    private const int SampleRows = 1000;

    private const double LeastOfSample = 0.95;

    /// <summary>A column that tells the label has about as many values as there are labels.</summary>
    private const int MostValuesPerLabel = 2;

    /// <param name="data">n x d.</param>
    /// <param name="labels">One per row.</param>
    /// <param name="names">Of the columns.</param>
    /// <param name="threads">Cores to use; 0, the default, is all.</param>
    public static FitWarning? Find(Matrix data, Labels labels, ColumnNames names, int threads = 0)
    {
        if (data.Rows <= SampleRows)
        {
            return Find(data.Rows, data.Columns, labels, names, threads, (column, most) => Votes(data, column, labels, most));
        }

        int[] rows = RandomRows.Choose(data.Rows, SampleRows, seed: 106);
        Matrix some = data.Select(rows);
        Labels theirs = labels.Select(rows);
        int[] totals = Totals(theirs);
        bool hasAll = totals.Count(total => total > 0) == Totals(labels).Count(total => total > 0);
        bool clearsNone = totals.Max() >= LeastOfSample * SampleRows;
        return Find(data.Rows, data.Columns, labels, names, threads, (column, most) =>
            clearsNone || IsSuspect(Votes(some, column, theirs, most), totals, hasAll) ? Votes(data, column, labels, most) : null);
    }

    /// <summary>The same for sparse rows.</summary>
    public static FitWarning? Find(SparseMatrix data, Labels labels, ColumnNames names, int threads = 0)
    {
        SparseMatrix byColumns = data.WithoutZeros().Transpose();
        int[] totals = Totals(labels);
        return Find(data.Rows, data.Columns, labels, names, threads, (column, most) => Votes(byColumns, column, labels, totals, most));
    }

    /// <summary>
    /// False if a sample clears a column: one that tells 99 % of all labels tells 95 % of a thousand but for a chance of 1e-20, and one that marks a label
    /// marks it in the sample, or is constant there.
    /// </summary>
    private static bool IsSuspect(Dictionary<float, int[]>? votes, int[] totals, bool hasAll) => votes is not null && (votes.Count == 1 ? !hasAll
        : votes.Values.Sum(counts => counts.Max()) >= LeastOfSample * SampleRows || (votes.Count == 2 && Marked(votes.Values, totals) >= 0));

    private static FitWarning? Find(int rows, int columns, Labels labels, ColumnNames names, int threads, Func<int, int, Dictionary<float, int[]>?> votes)
    {
        int[] totals = Totals(labels);
        int classes = totals.Count(total => total > 0);
        if (classes < 2 || rows < 2 * classes)
        {
            return null;
        }

        double[] accuracies = new double[columns];
        int[] marked = new int[columns];
        Blocks.Run(columns, 1, Cores.Resolve(threads), (column, _, _) =>
        {
            Dictionary<float, int[]>? values = votes(column, MostValuesPerLabel * classes);
            accuracies[column] = values is null || values.Count < 2 ? 0 : (double)values.Values.Sum(counts => counts.Max()) / rows;
            marked[column] = values is { Count: 2 } ? Marked(values.Values, totals) : -1;
        });
        int[] told = [.. Enumerable.Range(0, columns).Where(column => accuracies[column] >= LeastAccuracy)];
        int[] marks = [.. Enumerable.Range(0, columns).Where(column => marked[column] >= 0).DistinctBy(column => marked[column])];
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

    /// <summary>For every value of a column how many rows of each label have it; null if there are too many values.</summary>
    private static Dictionary<float, int[]>? Votes(Matrix data, int column, Labels labels, int mostValues)
    {
        Dictionary<float, int[]> votes = [];
        for (int i = 0; i < data.Rows && votes.Count <= mostValues; i++)
        {
            Vote(votes, data[i, column], labels, i);
        }

        return votes.Count > mostValues ? null : votes;
    }

    /// <summary>The same for a column of which only the entries that are not 0 are stored.</summary>
    private static Dictionary<float, int[]>? Votes(SparseMatrix byColumns, int column, Labels labels, int[] totals, int mostValues)
    {
        Dictionary<float, int[]> votes = [];
        ReadOnlySpan<int> rows = byColumns.RowColumns(column);
        for (int k = 0; k < rows.Length && votes.Count <= mostValues; k++)
        {
            Vote(votes, byColumns.RowValues(column)[k], labels, rows[k]);
        }

        if (rows.Length < labels.Count && votes.Count <= mostValues)
        {
            votes[0] = [.. totals.Select((all, code) => all - votes.Values.Sum(counts => counts[code]))];
        }

        return votes.Count > mostValues ? null : votes;
    }

    private static int[] Totals(Labels labels)
    {
        int[] totals = new int[labels.Names.Count];
        foreach (int code in labels.Codes)
        {
            totals[code]++;
        }

        return totals;
    }

    private static void Vote(Dictionary<float, int[]> votes, float value, Labels labels, int row)
    {
        if (!votes.TryGetValue(value, out int[]? counts))
        {
            votes[value] = counts = new int[labels.Names.Count];
        }

        counts[labels.Codes[row]]++;
    }

    /// <summary>The label whose rows, all of them and no others, have one of the two values of a column; -1 if there is none.</summary>
    private static int Marked(IEnumerable<int[]> votes, int[] totals) => votes
        .Select(counts => Array.FindIndex(counts, count => count > 0) is var label && counts[label] == totals[label] && counts[label] == counts.Sum() ? label : -1)
        .Max();
}
