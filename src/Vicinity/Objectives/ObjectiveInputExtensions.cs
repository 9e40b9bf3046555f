namespace Vicinity;

/// <summary>Kinds of inputs.</summary>
internal static class ObjectiveInputExtensions
{
    /// <summary>True if lengths in the map are compared with lengths, so that there is no attraction to exaggerate.</summary>
    public static bool IsOfDistances(this ObjectiveInput input) =>
        input is ObjectiveInput.Distances or ObjectiveInput.GeodesicDistances or ObjectiveInput.BallDistances or ObjectiveInput.NeighborDistances;
}
