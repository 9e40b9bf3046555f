namespace Vicinity.Tests;

/// <summary>The flowers of iris.csv; its pedigree stands beside it.</summary>
internal static class Iris
{
    /// <summary>150 x 4, in cm.</summary>
    public static Matrix All { get; } = Table.Read(Path.Combine(Repository.Root, "test/Vicinity.Tests/Golden/iris.csv")).Features;

    /// <summary>Rows first ... first + 9, counted from 0.</summary>
    public static Matrix Ten(int first = 0) => Matrix.Create(10, 4, (i, row) => All.Row(first + i).CopyTo(row));

    /// <summary>The start of all golden numbers: the first two scores of rows 0 ... 9, unscaled.</summary>
    public static Matrix Start { get; } = Vicinity.Start.PcaRaw.Build(Ten(), 2);
}
