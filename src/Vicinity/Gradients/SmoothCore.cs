using System.Runtime.CompilerServices;

namespace Vicinity;

/// <summary>
/// A radial function whose innermost part is a polynomial of the squared distance instead: that a grid can sum, and what is missing is
/// summed over the near pairs one by one (P3M; Hockney and Eastwood 1981, chapter 8).
/// </summary>
internal sealed class SmoothCore
{
    /// <summary>Pushes follow a polynomial of this degree, potentials one of the next.</summary>
    private const int PushDegree = 3;
    private const int Nodes = 9;
    private const double NodeStep = 0.03;
    private const double NearestShare = 1e-6;

    private readonly float[] inside;                    // of x = f / Edge - 1
    private readonly double[] summed;
    private readonly Func<double, Func<double, double>> outside;

    private SmoothCore(double edge, double[] inside, double[] summed, Func<double, double> exact, Func<double, Func<double, double>> outside)
    {
        Edge = edge;
        this.inside = Array.ConvertAll(inside, value => (float)value);
        this.summed = summed;
        this.outside = outside;
        AtZero = Polynomial(summed, -1);
        Functions = (_, reach) => Summed(reach);
        Rest = RestOf(inside, exact, edge);
    }

    /// <summary>The squared distance from which on nothing is replaced.</summary>
    public double Edge { get; }

    /// <summary>What a point has from itself on a grid.</summary>
    public double AtZero { get; }

    /// <summary>The largest part of the function that near pairs have to add, of its largest value in the core: next to nothing where the core is narrow and there is no cusp.</summary>
    public double Rest { get; }

    /// <summary>Of something that is summed as it is.</summary>
    public static SmoothCore OfValue<TRadial>(TRadial radial, double edge)
        where TRadial : struct, IRadial
    {
        double[] values = Taylor(radial, edge, PushDegree + 1);
        return new(edge, values, values, radial.At, _ => radial.At);
    }

    /// <summary>Of a push F, whose potential G has dG/df = -F and is 0 at the edge.</summary>
    public static SmoothCore OfPush<TRadial>(TRadial radial, double edge)
        where TRadial : struct, IRadial
    {
        double[] pushes = Taylor(radial, edge, PushDegree);
        double[] potential = [0, .. pushes.Select((push, k) => -edge * push / (k + 1))];
        return new(edge, pushes, potential, radial.At, reach => new RadialPotential(radial.At, Math.Sqrt(edge), reach).At);
    }

    /// <summary>The smooth function or, of a push, its potential, which a grid sums; one for a core, so that tables can be kept by it.</summary>
    public MeshFunctions Functions { get; }

    private MeshFunction Summed(double reach)
    {
        Func<double, double> far = outside(reach);
        return new(f => (f < Edge ? Polynomial(summed, (f / Edge) - 1) : far(f)) - AtZero, AtZero);
    }

    /// <summary>The smooth function within the core, sixteen at a time; of a push the push itself.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes Inside(Lanes f)
    {
        Lanes x = Lanes.FusedMultiplyAdd(f, Lanes.Broadcast((float)(1 / Edge)), Lanes.Broadcast(-1));
        Lanes value = Lanes.Broadcast(inside[^1]);
        for (int k = inside.Length - 2; k >= 0; k--)
        {
            value = Lanes.FusedMultiplyAdd(value, x, Lanes.Broadcast(inside[k]));
        }

        return value;
    }

    private static double RestOf(double[] inside, Func<double, double> exact, double edge)
    {
        (double rest, double largest) = (0, double.Epsilon);
        for (double share = 1; share > NearestShare; share /= 2)
        {
            double value = exact(share * edge);
            largest = Math.Max(largest, Math.Abs(value));
            rest = Math.Max(rest, Math.Abs(value - Polynomial(inside, share - 1)));
        }

        return rest / largest;
    }

    private static double Polynomial(double[] coefficients, double x)
    {
        double value = 0;
        for (int k = coefficients.Length - 1; k >= 0; k--)
        {
            value = (value * x) + coefficients[k];
        }

        return value;
    }

    /// <summary>The first Taylor coefficients at the edge, in x, from the polynomial through nine places around it.</summary>
    private static double[] Taylor<TRadial>(TRadial radial, double edge, int degree)
        where TRadial : struct, IRadial
    {
        double[] nodes = [.. Enumerable.Range(0, Nodes).Select(k => (k - (Nodes / 2)) * NodeStep)];
        double[] divided = [.. nodes.Select(x => radial.At(edge * (1 + x)))];
        for (int order = 1; order < Nodes; order++)
        {
            for (int k = Nodes - 1; k >= order; k--)
            {
                divided[k] = (divided[k] - divided[k - 1]) / (nodes[k] - nodes[k - order]);
            }
        }

        double[] sum = [divided[^1]];
        for (int k = Nodes - 2; k >= 0; k--)
        {
            // sum (x - node) + divided, by coefficients.
            double[] next = new double[sum.Length + 1];
            for (int power = 0; power < sum.Length; power++)
            {
                next[power + 1] += sum[power];
                next[power] -= nodes[k] * sum[power];
            }

            next[0] += divided[k];
            sum = next;
        }

        return sum[..(degree + 1)];
    }
}
