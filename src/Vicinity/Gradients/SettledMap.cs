namespace Vicinity;

/// <summary>The map at which an engine knows S, so that a cost, a gradient and slopes at one place need one pass for it.</summary>
internal sealed class SettledMap
{
    private float[] places = [];
    private bool isKnown;

    /// <summary>The cost there and the exaggeration that is in it; NaN if they are not known.</summary>
    public (double Cost, double Exaggeration) Cost { get; set; } = (double.NaN, double.NaN);

    /// <summary>True if the sums of h are those of the map too.</summary>
    public bool HasPulls { get; set; }

    /// <summary>True if this is the map.</summary>
    public bool Is(Coordinates positions) => isKnown && positions.All.SequenceEqual(places);

    public void Take(Coordinates positions)
    {
        places = places.Length == positions.All.Length ? places : new float[positions.All.Length];
        positions.All.CopyTo(places);
        (isKnown, HasPulls, Cost) = (true, false, (double.NaN, double.NaN));
    }

    public void Forget() => isKnown = false;
}
