namespace Vicinity;

/// <summary>A sum of objectives with factors, each with an input, a kernel and a normalisation of its own.</summary>
internal sealed record SumObjective : Objective
{
    private readonly (double Factor, Objective Part)[] parts;

    public SumObjective(string name, (double Factor, Objective Part)[] parts)
        : base(name, parts[0].Part.Normalization)
    {
        this.parts = parts;
        AffinityForm = parts[0].Part.AffinityForm;
        Input = parts[0].Part.Input;
    }

    internal override IReadOnlyList<(double Factor, Objective Part)> Parts => parts;

    public override string ToString() => Name;

    internal override Objective Adapt(Func<Objective, Objective> change) => change(new SumObjective(
        Name,
        [.. parts.Select(item => (item.Factor, item.Part.Input == ObjectiveInput.Affinities ? item.Part.Adapt(change) : item.Part))])
    {
        Defaults = Defaults,
    });

    internal override TResult Accept<TResult>(IObjectiveVisitor<TResult> visitor) =>
        throw new InvalidOperationException($"{Name} is a sum of {parts.Length} objectives: visit its parts.");
}
