namespace Vicinity;

/// <summary>The transform of a function on a grid of one spacing and side, made in double, without its frequency zero.</summary>
/// <param name="Factor">What a <see cref="MeshConvolution"/> multiplies by, divided by Size.</param>
/// <param name="Size">The largest value of the transform: what float potentials have to be multiplied by.</param>
/// <param name="Mean">What a unit charge adds to the potential everywhere: the frequency zero, and w(0).</param>
internal sealed record MeshTable(PinnedBuffer<float> Factor, double Size, double Mean)
{
    /// <summary>Samples it less its value at 0, which keeps its digits where all of the grid is near 0, and transforms it.</summary>
    /// <param name="function">What is summed.</param>
    /// <param name="spacing">Way between two grid places.</param>
    /// <param name="side">M.</param>
    /// <param name="dimensions">1, 2 or 3.</param>
    /// <param name="splines">What spreads and gathers; the transform is divided by the square of its window along every axis.</param>
    /// <param name="threads">Cores to use.</param>
    public static unsafe MeshTable Build(MeshFunction function, double spacing, int side, int dimensions, SplineGrid splines, int threads)
    {
        IEvenTransform transform = dimensions == 1 ? new EvenLine(side) : new EvenTransform(side, dimensions);
        PinnedBuffer<double> samples = new(transform.Length);
        int places = (side / 2) + 1;
        int depth = dimensions == 3 ? places : 1;
        Blocks.Run(places, 1, threads, (_, i, _) =>
        {
            for (int j = 0; j <= (dimensions == 1 ? 0 : i); j++)
            {
                for (int k = 0; k < depth; k++)
                {
                    double squared = ((double)i * i) + ((double)j * j) + ((double)k * k);
                    double value = function.Shifted(squared * spacing * spacing);
                    samples.Pointer[transform.Place(i, j, k)] = value;
                    samples.Pointer[transform.Place(dimensions == 1 ? i : j, dimensions == 1 ? 0 : i, k)] = value;
                }
            }
        });
        double[] window = [.. Enumerable.Range(0, places).Select(k => Math.Pow(splines.Window(2 * Math.PI * k / side), 2))];
        PinnedBuffer<float> factor = new(transform.Length);
        (double mean, double size) = transform.Run(samples, window, factor, threads);
        return new(factor, size, mean + function.AtZero);
    }
}
