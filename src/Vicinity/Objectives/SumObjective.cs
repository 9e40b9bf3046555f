namespace Vicinity;

/// <summary>A sum of objectives with factors, each with an input, a kernel and a normalisation of its own.</summary>
internal sealed record SumObjective : Objective
{
    public SumObjective(string name, (double Factor, Objective Part)[] parts)
        : base(name, parts[0].Part.Normalization)
    {
        Summands = parts;
        AffinityForm = parts[0].Part.AffinityForm;
        Input = parts[0].Part.Input;
    }

    internal override IReadOnlyList<(double Factor, Objective Part)> Parts => Summands;

    private (double Factor, Objective Part)[] Summands { get; init; }

    public override string ToString() => Name;

    internal override Objective Adapt(Func<Objective, Objective> change) => change(this with
    {
        Summands = [.. Summands.Select(item => (item.Factor, item.Part.Input == ObjectiveInput.Affinities ? item.Part.Adapt(change) : item.Part))],
    });

    internal override TResult Accept<TResult>(IObjectiveVisitor<TResult> visitor) =>
        throw new InvalidOperationException($"{Name} is a sum of {Parts.Count} objectives: visit its parts.");
}
