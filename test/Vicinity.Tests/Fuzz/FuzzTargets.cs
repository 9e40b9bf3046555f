using System.Globalization;
using System.Text;

using Vicinity.Cli;

using static Vicinity.Tests.DataBytes;

namespace Vicinity.Tests;

/// <summary>Every kind of file that is read.</summary>
internal static class FuzzTargets
{
    private static readonly byte[] Pixels = [.. Enumerable.Range(1, 12).Select(value => (byte)value)];
    private static readonly SparseMatrix Words = SparseMatrix.From(SparseSpaceTests.Sparse(12, 9));

    public static IReadOnlyList<FuzzTarget> All { get; } = [.. Tables(), .. Sparse(), .. Columns(), .. Precomputed(), .. Kept()];

    private static IEnumerable<FuzzTarget> Tables() =>
    [
        Table("f4.npy", Npy("<f4", "(3, 2)", BytesOf(1f, 2f, 3f, 4f, 5f, 6f))),
        Table("f8.npy", Npy(">f8", "(2, 2)", BytesOf(1.0, 2, 3, 4), fortranOrder: true, version: 2)),
        Table("i8.npy", Npy("<i8", "(2, 3)", BytesOf(1L, 2, 3, 4, 5, 6), version: 3)),
        Table("large.npy", Npy("<f4", "(20000, 4)", BytesOf([.. Enumerable.Range(0, 80_000).Select(value => (float)value)]))),
        Table("dense.npz", Zip(("a.npy", Npy("<f4", "(2,)", BytesOf(1f, 2f))), ("b.npy", Npy("<f4", "(2, 2)", BytesOf(3f, 4f, 5f, 6f))))),
        Table("digits-idx3", Idx(8, [3, 2, 2], Pixels)),
        Table("floats-idx2", Idx(0x0D, [1, 2], 0, 0, 0, 0, 0, 0, 0, 0)),
        Table("mixed.csv", "id,\"a \"\"b\"\"\",t\n1,2.5,\"x,y\"\n2,-3e1,ü\n3,4,z\n"u8.ToArray()),
        Table("german.csv", "a;b\r\n1,5;2\r\n3;4,25\r\n"u8.ToArray()),
        Table("plain.tsv", "1\t2\t3\n4\t5\t6\n7\t8\t9\n"u8.ToArray()),
        Table("large.csv", Text(3000, i => $"{i},{i / 7.0:R},name {i % 5}\n")),
        Table("digits.gz", Gzip(Idx(8, [3, 2, 2], Pixels))),
        Table("large.csv.gz", Gzip(Text(3000, i => $"{i},{i % 7},{i % 3}\n"))) with { Length = 30_000 },
    ];

    private static IEnumerable<FuzzTarget> Sparse() =>
    [
        Table("words.mtx", Encoding.UTF8.GetBytes("%%MatrixMarket matrix coordinate real general\n% words\n3 4 4\n1 1 2.5\n3 4 -1e2\n1 3 7\n3 1 0\n")),
        Table("pairs.mtx", Encoding.UTF8.GetBytes("%%MatrixMarket matrix coordinate pattern symmetric\n3 3 2\n2 1\n3 3\n")),
        Table("words.svm", Encoding.UTF8.GetBytes("+1 1:0.5 4:2 # a comment\n\n-1 2:1\n+1 3:1e3 7:2\n")),
        Table("large.svm", Text(2000, i => $"{i % 3} {1 + (i % 50)}:{i} {60 + (i % 40)}:2\n")),
        Table("csr.npz", SparseNpz("csr", (12, 9), Words)),
        Table("csc.npz", SparseNpz("csc", (12, 9), Words.Transpose())),
    ];

    private static IEnumerable<FuzzTarget> Columns() =>
    [
        new("labels.npy", Npy("<i4", "(4,)", BytesOf(1, 2, 3, 1)), file => Use("labels.npy", file, Labels.Read)),
        new("labels-idx1", Idx(8, [5], 1, 2, 3, 4, 5), file => Use("labels-idx1", file, Labels.Read)),
        new("labels.txt", "rot\ngrün\nblau\nrot\n"u8.ToArray(), file => Use("labels.txt", file, Labels.Read)),
        OnDisk("map.csv", "id,x,y,label\n0,1.5,2,a\n1,3,-4e-1,b\n2,5,6,a\n"u8.ToArray(), path => Finite(Matrix.ReadMap(path))),
    ];

    private static IEnumerable<FuzzTarget> Precomputed()
    {
        byte[] square = Text(6, i => string.Join(',', Enumerable.Range(0, 6).Select(j => Math.Abs(i - j))) + "\n");
        byte[] neighbors = Text(6, i => $"{(i + 1) % 6},{(i + 2) % 6},{(i + 3) % 6}\n");
        byte[] lengths = Text(6, i => $"{1 + (i % 2)},3,4.5\n");
        byte[] graph = Encoding.UTF8.GetBytes($"%%MatrixMarket matrix coordinate real general\n6 6 12\n{string.Concat(Enumerable.Range(0, 6).Select(i => $"{i + 1} {((i + 1) % 6) + 1} 2\n{i + 1} {((i + 2) % 6) + 1} 3.5\n"))}");
        return
        [
            Given("square.csv", square, Cli.Precomputed.Distances),
            Given("pairs.npy", Npy("<f4", "(6,)", BytesOf(1f, 2f, 3f, 4f, 5f, 6f)), Cli.Precomputed.Distances),
            Given("graph.mtx", graph, Cli.Precomputed.Neighbors),
            Given("p.mtx", graph, Cli.Precomputed.Affinities),
            Given("p.csv", square, Cli.Precomputed.Affinities),
            WithFile("neighbors.csv", neighbors, "lengths.csv", lengths, (path, other) => PrecomputedFile.Read(Cli.Precomputed.Neighbors, path, other, AffinityForm.Joint, [])),
            WithFile("distances.csv", lengths, "indices.csv", neighbors, (path, other) => PrecomputedFile.Read(Cli.Precomputed.Neighbors, other, path, AffinityForm.Joint, [])),
        ];
    }

    private static IEnumerable<FuzzTarget> Kept()
    {
        string manifest = """{"version":"0.1.0","directory":"/tmp","arguments":["data.csv","-o","map.npy"],"inputs":[{"path":"/tmp/data.csv","sha256":"00ff"}]}""";
        return
        [
            OnDisk("run.json", Encoding.UTF8.GetBytes(manifest), path => RunManifest.Read(path)),
            .. FuzzedStates.All,
            .. FuzzedModels.All,
        ];
    }

    /// <summary>Anything that a map could be made of.</summary>
    private static FuzzTarget Table(string name, byte[] seed) => new(name, seed, bytes => Use(name, bytes, file =>
    {
        if (SparseTable.TryRead(file) is { } sparse)
        {
            Finite(sparse.Features);
            return;
        }

        Table table = Vicinity.Table.Read(file, labels: null);
        Finite(table.Features);
        Require(table.RowNumbers.Count == table.Features.Rows);
    }));

    private static FuzzTarget Given(string name, byte[] seed, Precomputed kind) =>
        OnDisk(name, seed, path => Require(PrecomputedFile.Read(kind, path, distances: null, AffinityForm.Joint, []).Count > 0));

    private static FuzzTarget OnDisk(string name, byte[] seed, Action<string> read) => WithFile(name, seed, "none", [], (path, _) => read(path));

    /// <summary>A reader of paths, which refusals then begin with; and another file, which stays whole.</summary>
    private static FuzzTarget WithFile(string name, byte[] seed, string otherName, byte[] other, Action<string, string> read) => new(name, seed, bytes =>
    {
        using TemporaryFolder folder = new();
        try
        {
            read(folder.With(name, bytes), folder.With(otherName, other));
        }
        catch (InvalidDataException exception) when (exception.Message.StartsWith(folder.Path, StringComparison.Ordinal))
        {
            throw new InvalidDataException(name + exception.Message, exception);
        }
    });

    private static void Use(string name, byte[] bytes, Func<DataFile, Labels> read) => Use(name, bytes, file =>
    {
        Labels labels = read(file);
        Require(Enumerable.Range(0, labels.Count).All(i => labels[i].Length >= 0));
    });

    private static void Use(string name, byte[] bytes, Action<DataFile> read)
    {
        using DataFile file = DataFile.From(new MemoryStream(bytes), name);
        read(file);
    }

    private static void Finite(Matrix matrix) => Require(matrix.Rows > 0 && ValuesOf(matrix).All(float.IsFinite));

    private static void Finite(SparseMatrix matrix)
    {
        for (int i = 0; i < matrix.Rows; i++)
        {
            foreach (float value in matrix.RowValues(i))
            {
                Require(float.IsFinite(value));
            }

            foreach (int column in matrix.RowColumns(i))
            {
                Require(column >= 0 && column < matrix.Columns);
            }
        }
    }

    private static byte[] Text(int lines, Func<int, string> line) => Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{string.Concat(Enumerable.Range(0, lines).Select(line))}"));

    private static void Require(bool condition)
    {
        if (!condition)
        {
            throw new InvalidOperationException("What was read is not what such a file can hold.");
        }
    }
}
