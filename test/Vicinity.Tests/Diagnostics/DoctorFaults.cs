namespace Vicinity.Tests;

/// <summary>Data sets with one planted fault each.</summary>
internal static class DoctorFaults
{
    private const int Rows = 240;

    public static IReadOnlyList<DoctorCase> All { get; } = [.. OfData, .. OfColumns, .. OfNeighbors, .. OfRuns, .. OfMaps, .. OfPoints];

    private static IEnumerable<DoctorCase> OfData =>
    [
        new("two values missing", "D101", () => Shapes.Change(Clusters(), (i, d, value) => i == 17 && d < 2 ? double.NaN : value)) { IsDataOnly = true },
        new("an infinite value", "D101", () => Shapes.Change(Clusters(), (i, d, value) => i == 5 && d == 3 ? double.PositiveInfinity : value)) { IsDataOnly = true },
        new("every row three times", "D102", () => Repeat(Shapes.Clusters(Rows / 3, 10, 3, 3), i => i % (Rows / 3))),
        new("one row sixty times", "D102", () => Repeat(Clusters(), i => i < 60 ? 0 : i)),
        new("two constant columns", "D103", () => Shapes.Beside(Clusters(), _ => 7, _ => -1)),
        new("forty points", "D107", () => Shapes.Clusters(40, 10, 3, 3)),
        new("topics of very different length", "D108", () => Shapes.Change(Shapes.Sphere(Rows, 150), (i, _, value) => value * Math.Exp(1.5 * Math.Sin(i)))) { IsDataOnly = true },
        new("sparse counts", "D109", Counts) { IsDataOnly = true },
        new("values near 100,000", "D114", () => Shapes.Change(Clusters(), (_, d, value) => d == 2 ? value + 1e5 : value)),
    ];

    private static IEnumerable<DoctorCase> OfColumns =>
    [
        new("one column in grams, the others in tons", "D104", () => Shapes.Change(Clusters(), (_, d, value) => d == 0 ? 1000 * value : value)),
        new("a price beside nine ratings", "D104", () => Shapes.Change(Clusters(), (_, d, value) => d == 4 ? 12 * value : value)),
        new("the row number as a feature", "D105", () => Shapes.Beside(Clusters(), i => i)),
        new("an id in no order", "D105", () => Shapes.Beside(Clusters(), i => 5000 + (i * 77 % Rows))),
        new("a time every 15 minutes", "D105", () => Shapes.Beside(Clusters(), i => 0.25 * i)),
        new("the label as a number", "D106", () => Shapes.Beside(Clusters(), i => i % 3)) { Labels = Shapes.ClusterLabels(Rows, 3) },
        new("the label as zeros and ones", "D106", () => Shapes.Beside(Clusters(), i => i % 3 == 0 ? 1 : 0, i => i % 3 == 1 ? 1 : 0, i => i % 3 == 2 ? 1 : 0)) { Labels = Shapes.ClusterLabels(Rows, 3) },
    ];

    private static IEnumerable<DoctorCase> OfNeighbors =>
    [
        new("three clusters drowned in 600 columns of noise", "D110", () => Shapes.Beside(Clusters(), [.. Noise(600)])) { IsDataOnly = true, Options = new() { PcaComponents = 0 } },
        new("five clusters far apart", "D111", () => Shapes.Clusters(500, 10, 5, 20)),
        new("neighbours found by half", "D112", () => Shapes.Normal(9000, 12)) { IsDataOnly = true, Options = new() { NeighborMethod = new ApproximateNeighbors(0.5) } },
        new("one column, two coordinates", "D113", () => Shapes.Uniform(Rows, 1)) { IsDataOnly = true },
        new("a perplexity below the number of copies", "D205", () => Repeat(Clusters(), i => i < 60 ? i % 2 : i)) { Options = new() { Perplexity = 5 } },
    ];

    private static IEnumerable<DoctorCase> OfRuns =>
    [
        new("stopped 40 iterations after exaggeration", "D201", Clusters) { Options = new() { Schedule = [new(100) { Exaggeration = 12 }, new(40)] } },
        new("stopped 60 iterations after a random start", "D201", Clusters) { Options = new() { Start = Start.Random, Schedule = [new(60)] } },
        new("stopped while exaggerated", "D202", Clusters) { Options = new() { Schedule = [new(150) { Exaggeration = 12 }] } },
        new("learning rate 1/100", "D203", Clusters) { Options = new() { Schedule = [new(250) { LearningRate = Rows / 400.0 }] } },
        new("learning rate times 100", "D203", Clusters) { Options = new() { Schedule = [new(250) { LearningRate = 25 * Rows }] } },
        new("all points at one place", "D204", Clusters) { Options = new() { Start = Start.From(Matrix.Create(Rows, 2, (_, _) => { })), Schedule = [new(20)] } },
        new("five iterations", "D204", Clusters) { Options = new() { Schedule = [new(5)] } },
    ];

    private static IEnumerable<DoctorCase> OfMaps =>
    [
        new("uniform noise in 50 columns", "D301", () => Shapes.Uniform(400, 50)),
        new("normal noise in 20 columns", "D301", () => Shapes.Normal(300, 20)),
        new("a map whose rows stand in another order", "D301", () => Shapes.Clusters(300, 10, 1, 1)) { Map = data => Repeat(Fit(data), i => i * 7 % 300) },
        new("a random map", "D301", Clusters) { Map = data => Shapes.Normal(data.Rows, 2, 9) },
        new("normal noise in 8 columns", "D301", () => Shapes.Normal(500, 8)),
        new("normal noise in 6 columns", "D301", () => Shapes.Normal(500, 6)),
        new("noise, looked at deeply", "D302", () => Shapes.Normal(200, 30)) { IsDeep = true },
        new("perplexity 2", "D307", () => Shapes.Clusters(300, 10, 5, 1.5)) { IsDeep = true, Options = new() { Perplexity = 2 } },
        new("perplexity 130 for a Swiss roll of 400", "D307", () => Shapes.SwissRoll(400)) { IsDeep = true, Options = new() { Perplexity = 130 } },
    ];

    private static IEnumerable<DoctorCase> OfPoints =>
    [
        new("two clusters, one ten times as wide", "D303", () => Shapes.Change(Clusters2(), (i, _, value) => i % 2 == 0 ? 10 * value : value)),
        new("eight clusters at random places", "D304", () => Line(400, 8)) { Options = new() { Start = Start.Random, Seed = 5 } },
        new("a cluster cut in two", "D305", Clusters) { Map = data => Cut(data, Fit(data)) },
        new("eight clusters on two coordinates", "D305", () => Shapes.Clusters(400, 20, 8, 1.5)) { Map = TwoColumns },
        new("ten percent of the points misplaced", "D306", Clusters) { Map = data => Misplace(Fit(data)) },
        new("three outliers", "D308", () => Shapes.Change(Clusters(), (i, d, value) => i < 3 ? value + (40 * ((d + i) % 3)) : value)),
    ];

    private static Matrix Clusters() => Shapes.Clusters(Rows, 10, 3, 3);

    private static Matrix Clusters2() => Shapes.Clusters(Rows, 10, 2, 3);

    private static Matrix Fit(Matrix data) => NeighborEmbedding.Fit(data).Map;

    private static Matrix Repeat(Matrix data, Func<int, int> row) => Clouds.Reorder(data, [.. Enumerable.Range(0, Math.Max(data.Rows, Rows)).Select(row)]);

    private static Matrix TwoColumns(Matrix data) => Matrix.Create(data.Rows, 2, (i, row) => data.Row(i)[..2].CopyTo(row));

    private static IEnumerable<Func<int, double>> Noise(int columns)
    {
        Matrix noise = Shapes.Normal(Rows, columns, 3);
        return Enumerable.Range(0, columns).Select<int, Func<int, double>>(d => i => noise[i, d]);
    }

    private static Matrix Counts()
    {
        SeededRandom random = new(4);
        return Shapes.Change(Shapes.Normal(Rows, 40), (_, _, _) => Math.Floor(Math.Exp(2.5 * random.NextNormal()) / 2));
    }

    /// <summary>Clusters like pearls on a string.</summary>
    private static Matrix Line(int rows, int clusters) =>
        Shapes.Change(Shapes.Clusters(rows, 10, clusters, 0), (i, d, value) => value + (d == 0 ? 12 * (i % clusters) : 0));

    /// <summary>Half of the points of the first cluster, at random, moved far away.</summary>
    private static Matrix Cut(Matrix data, Matrix map) => Shapes.Change(map, (i, _, value) => i % 6 == 0 ? value + 300 : value);

    private static Matrix Misplace(Matrix map)
    {
        SeededRandom random = new(6);
        return Shapes.Change(map, (i, _, value) => i % 10 == 0 ? 20 * random.NextNormal() : value);
    }
}
