namespace Vicinity;

/// <summary>The map that new points are placed in; nothing ever writes into it.</summary>
internal sealed class FixedMap
{
    public FixedMap(Matrix map, double exaggeration)
    {
        Positions = Coordinates.From(map);
        Exaggeration = exaggeration;
        Axes = new(Positions.All.Length);
        Positions.All.CopyTo(Axes.Span);
    }

    public Coordinates Positions { get; }

    /// <summary>Of the last phase of the fit.</summary>
    public double Exaggeration { get; }

    /// <summary>One padded stretch of coordinates per dimension.</summary>
    public PinnedBuffer<float> Axes { get; }

    public int Count => Positions.Count;

    public int Dimensions => Positions.Dimensions;
}
