namespace Vicinity;

/// <summary>Affinities that were made elsewhere.</summary>
internal sealed class AffinityInput(Affinities data) : EmbeddingInput(data.Count, 0)
{
    internal override InputPoints Prepare(InputWork work)
    {
        EmbeddingOptions options = work.Options;
        RequireNoColumns(options, "affinities");
        if (!options.Perplexity.IsAuto || !options.Neighbors.IsAuto)
        {
            throw new ArgumentException("A perplexity or a number of neighbours is asked for, but affinities are given, in which both are done. Leave them out.", nameof(work));
        }

        return new(Count) { Affinities = data };
    }
}
