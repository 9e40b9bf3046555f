using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Vicinity;

/// <summary>
/// The transform in double of a function of M^K places that is even along every axis and the same for every order of the axes, as the
/// factor of a convolution. Only places 0 ... M/2 of an axis are kept; sixteen places of the first axis are the lanes of a band.
/// </summary>
internal sealed unsafe class EvenTransform : IEvenTransform
{
    private const int Band = 16;

    private readonly FourierPlan<double> plan;
    private readonly int side;
    private readonly int dimensions;
    private readonly int places;
    private readonly int bands;

    /// <param name="side">M.</param>
    /// <param name="dimensions">2 or 3.</param>
    public EvenTransform(int side, int dimensions)
    {
        this.side = side;
        this.dimensions = dimensions;
        plan = new(side);
        places = (side / 2) + 1;
        bands = (side / 32) + 1;
        Length = checked(bands * Band * places * (dimensions == 3 ? places : 1));
    }

    /// <summary>Numbers in samples and in a factor.</summary>
    public int Length { get; }

    /// <summary>Turns samples f(i, j[, k]) into 1 / (2 M^K) times their transform, divided by a window per axis and by its largest value.</summary>
    /// <param name="samples">By <see cref="Place"/>; they do not survive.</param>
    /// <param name="window">What every frequency 0 ... M/2 of an axis is divided by.</param>
    /// <param name="factor">By <see cref="Place"/>; its frequency zero is 0.</param>
    /// <param name="threads">Cores to use.</param>
    /// <returns>The frequency zero over M^K, the mean of the function; and the largest value, which the factor was divided by.</returns>
    public (double Mean, double Size) Run(PinnedBuffer<double> samples, double[] window, PinnedBuffer<float> factor, int threads)
    {
        double[] scale = [.. window.Select(value => 1 / (side * value))];
        int lines = dimensions == 3 ? places : 1;
        Blocks.Run(bands * lines, 1, threads, (_, line, _) => Along(samples.Pointer + ((nint)line * places * Band), Band, scale));
        if (dimensions == 3)
        {
            Blocks.Run(bands * places, 1, threads, (_, line, _) =>
                Along(samples.Pointer + ((((nint)(line / places) * places * places) + (line % places)) * Band), places * Band, scale));
        }

        PinnedBuffer<double> turned = Turned(samples);
        Blocks.Run(bands * lines, 1, threads, (_, line, _) => Along(turned.Pointer + ((nint)line * places * Band), Band, scale));
        double mean = turned.Pointer[0];
        turned.Pointer[0] = 0;
        return (mean, FactorScale.Write(turned, 0.5, factor));
    }

    /// <summary>Where the number of place (i, j, k) stands; k is 0 in two dimensions.</summary>
    public int Place(int i, int j, int k) => dimensions == 3
        ? ((((((i / Band) * places) + j) * places) + k) * Band) + (i % Band)
        : ((((i / Band) * places) + j) * Band) + (i % Band);

    /// <summary>One transform of sixteen real even lines: eight are the real, eight the imaginary part, and they stay apart.</summary>
    [MethodImpl(HotLoop.Alone)]
    private void Along(double* line, nint stride, double[] scale)
    {
        PinnedBuffer<double> scratch = new(2 * side * Band);
        double* x = scratch.Pointer;
        for (int k = 0; k < side; k++)
        {
            double* from = line + (Math.Min(k, side - k) * stride);
            Vector512.Load(from).Store(x + ((nint)k * Band));
            Vector512.Load(from + 8).Store(x + ((nint)k * Band) + 8);
        }

        double* y = plan.Transform(x, x + ((nint)side * Band), isInverse: false);
        for (int k = 0; k < places; k++)
        {
            Vector512<double> factor = Vector512.Create(scale[k]);
            (Vector512.Load(y + ((nint)k * Band)) * factor).Store(line + (k * stride));
            (Vector512.Load(y + ((nint)k * Band) + 8) * factor).Store(line + (k * stride) + 8);
        }

        scratch.KeepAlive();
    }

    /// <summary>Exchanges the first axis with the last.</summary>
    private PinnedBuffer<double> Turned(PinnedBuffer<double> from)
    {
        PinnedBuffer<double> to = new(Length);
        int layers = dimensions == 3 ? places : 1;
        for (int i = 0; i < places; i++)
        {
            for (int j = 0; j < layers; j++)
            {
                for (int k = 0; k < places; k++)
                {
                    to.Pointer[dimensions == 3 ? Place(k, j, i) : Place(k, i, 0)] = from.Pointer[dimensions == 3 ? Place(i, j, k) : Place(i, k, 0)];
                }
            }
        }

        return to;
    }
}
