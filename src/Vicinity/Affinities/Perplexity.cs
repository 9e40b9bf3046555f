using System.Runtime.CompilerServices;

namespace Vicinity;

/// <summary>The effective number of neighbours of a point, U = exp(H), H the entropy in nats of its row of probabilities.</summary>
/// <remarks>One number, several (<c>[30, 300]</c>), one per point, or a rule by which the library finds them.</remarks>
[CollectionBuilder(typeof(Perplexity), nameof(Create))]
public readonly record struct Perplexity
{
    private readonly double[]? values;

    private Perplexity(PerplexityKind kind, double[] values)
    {
        Kind = kind;
        this.values = values;
    }

    /// <summary>The number; the largest of several; the last of steps; 0 where the library has still to choose.</summary>
    public double Value => values is not { Length: > 0 } numbers ? 0 : Kind == PerplexityKind.Stepped ? numbers[^1] : numbers.Max();

    /// <summary>All numbers, in the order of their use; empty where the library has still to choose.</summary>
    public ReadOnlySpan<double> Values => values;

    /// <summary>True if the library chooses.</summary>
    public bool IsAuto => Kind == PerplexityKind.Auto;

    /// <summary>min(30, (n - 1) / 3); uniform affinities below n = 7.</summary>
    public static Perplexity Auto => default;

    /// <summary>The one of 4, 8, 16 ... up to min(128, n / 2) with the largest mean intrinsic dimension; the search stops at the first decrease.</summary>
    public static Perplexity Best { get; } = new(PerplexityKind.Best, []);

    /// <summary>2^round(log2(n / 4)) ... 4, 2: the large ones alone at first, the others added one by one in the first fifth of the iterations.</summary>
    /// <remarks>P is the average over those present. Lee, Peluffo-Ordonez and Verleysen (2015).</remarks>
    public static Perplexity MultiScale { get; } = new(PerplexityKind.MultiScale, []);

    internal PerplexityKind Kind { get; }

    /// <summary>A set value, which is never changed in silence.</summary>
    /// <param name="value">U, above 1 and below n - 1; on a neighbour graph of 3 U points per row at most (n - 1) / 3.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a number above 1.</exception>
    public static implicit operator Perplexity(double value)
    {
        ThrowIfImpossible([value]);
        return new(PerplexityKind.Single, [value]);
    }

    /// <summary>Several values: P is the average of their affinities. One value is that value; this is what <c>[30, 300]</c> calls.</summary>
    /// <param name="values">U, each above 1; at least one.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is not a number above 1.</exception>
    /// <exception cref="ArgumentException">There are no values.</exception>
    public static Perplexity Create(ReadOnlySpan<double> values)
    {
        ThrowIfImpossible(values);
        return values.Length switch
        {
            0 => throw new ArgumentException("A list of perplexities needs at least one number above 1, but it is empty.", nameof(values)),
            1 => values[0],
            _ => new Perplexity(PerplexityKind.List, values.ToArray()),
        };
    }

    /// <summary>One value for each point; equal ones are the same as a single number.</summary>
    /// <param name="values">U_i, each above 1; length n.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is not a number above 1.</exception>
    /// <exception cref="ArgumentException">There are no values.</exception>
    public static Perplexity PerPoint(ReadOnlySpan<double> values)
    {
        ThrowIfImpossible(values);
        return values.IsEmpty
            ? throw new ArgumentException("Perplexities per point need a number above 1 for each point, but there are none.", nameof(values))
            : new(PerplexityKind.PerPoint, values.ToArray());
    }

    /// <summary>2^floor(log2(n / 2)) first, halved in equal steps over the first fifth of the iterations; then the target.</summary>
    /// <param name="target">U at the end, above 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The target is not a number above 1.</exception>
    public static Perplexity Stepped(double target)
    {
        ThrowIfImpossible([target]);
        return new(PerplexityKind.Stepped, [target]);
    }

    /// <summary>The values, one after the other.</summary>
    public ReadOnlySpan<double>.Enumerator GetEnumerator() => Values.GetEnumerator();

    /// <summary>The perplexity of equal weights on some neighbours, at least 1: what a run resolved to, also where it cannot be asked for.</summary>
    internal static Perplexity Effective(double neighbors) => new(PerplexityKind.Single, [neighbors]);

    /// <inheritdoc />
    public bool Equals(Perplexity other) => Kind == other.Kind && Values.SequenceEqual(other.Values);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Kind, Value);

    /// <inheritdoc />
    public override string ToString() => Kind switch
    {
        PerplexityKind.Auto => "auto",
        PerplexityKind.PerPoint => $"one for each of {Values.Length} points",
        PerplexityKind.Stepped => $"stepped to {Value}",
        PerplexityKind.Best => "best",
        PerplexityKind.MultiScale when Values.IsEmpty => "multi-scale",
        _ => string.Join(", ", values ?? []),
    };

    /// <summary>A request as a file has it.</summary>
    internal static Perplexity Of(PerplexityKind kind, double[] values) => new(kind, values);

    /// <summary>The same request with the numbers that were found for it.</summary>
    internal Perplexity With(double[] found) => new(Kind, found);

    private static void ThrowIfImpossible(ReadOnlySpan<double> values)
    {
        foreach (double value in values)
        {
            if (!(value > 1) || !double.IsFinite(value))
            {
                throw new ArgumentOutOfRangeException(nameof(values), value, $"A perplexity must be a number above 1, not {value}.");
            }
        }
    }
}
