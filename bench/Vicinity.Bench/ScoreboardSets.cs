namespace Vicinity.Bench;

/// <summary>The data sets of the scoreboard: <c>sets FOLDER NAME...</c> writes FOLDER/NAME/data.npy and labels.txt, unless they are there.</summary>
internal static class ScoreboardSets
{
    private const string Images = "bench/data/mnist/mnist70k-images-idx3-ubyte";
    private const string Labels = "bench/data/mnist/mnist70k-labels-idx1-ubyte";
    private const int Components = 50;

    private static readonly Dictionary<string, Action<string>> Writers = new(StringComparer.Ordinal)
    {
        ["digits"] = folder => Write(folder, DigitImages.Read()),
        ["mnist10k"] = folder => Write(folder, Mnist(10_000)),
        ["mnist20k"] = folder => Write(folder, Mnist(20_000)),
        ["mnist70k"] = folder => Write(folder, Mnist(70_000)),
        ["mixture1m"] = folder => GeneratedData.Mixture(1_000_000, 50, 1).Write(Path.Combine(folder, "data.npy")),
    };

    /// <summary>The command; returns the exit code.</summary>
    public static int Write(string folder, string[] names)
    {
        if (names.Length == 0 || !names.All(Writers.ContainsKey))
        {
            Console.Error.WriteLine($"sets FOLDER NAME...: names are {string.Join(", ", Writers.Keys)}");
            return 2;
        }

        foreach (string name in names.Where(name => !File.Exists(Path.Combine(folder, name, "data.npy"))))
        {
            Writers[name](Directory.CreateDirectory(Path.Combine(folder, name)).FullName);
        }

        return 0;
    }

    private static void Write(string folder, (Matrix Rows, string[] Labels) set)
    {
        File.WriteAllLines(Path.Combine(folder, "labels.txt"), set.Labels);
        set.Rows.Write(Path.Combine(folder, "data.npy"));
    }

    /// <summary>The first images of the joined pair, as principal components of all 70,000.</summary>
    private static (Matrix Rows, string[] Labels) Mnist(int count)
    {
        Matrix images = Matrix.Read(Images);
        Matrix components = PrincipalComponents.Build(images, Components, Environment.ProcessorCount).Reduce(images, Environment.ProcessorCount);
        Vicinity.Labels labels = Vicinity.Labels.Read(Labels);
        return (Matrix.Create(count, Components, (i, row) => components.Row(i).CopyTo(row)), [.. Enumerable.Range(0, count).Select(i => labels[i])]);
    }
}
