namespace Vicinity.Cli;

/// <summary>The method that a command line asks for.</summary>
/// <param name="Name">Its name in the catalogue, or the parts of a mix.</param>
/// <param name="Objective">It, with all its numbers.</param>
/// <param name="IsOptimized">False if the start is already the map.</param>
/// <param name="Parameters">The numbers that it reads.</param>
internal sealed record ChosenMethod(string Name, Objective Objective, bool IsOptimized, IReadOnlyList<MethodParameter> Parameters)
{
    /// <summary>True if the map is compared with distances alone.</summary>
    public bool IsOfDistances => Objective.Input != ObjectiveInput.Affinities;
}
