namespace Vicinity;

/// <summary>What a map is asked to be: cost x kernel x normalisation.</summary>
public abstract class Objective
{
    private protected Objective(string name, Normalization normalization)
    {
        Name = name;
        Normalization = normalization;
    }

    /// <summary>The method's usual name, such as t-SNE.</summary>
    public string Name { get; }

    /// <summary>How similarities become probabilities.</summary>
    public Normalization Normalization { get; }

    /// <summary>t-SNE: Kullback-Leibler x Student t x pair-wise (van der Maaten and Hinton 2008).</summary>
    public static Objective TSne => throw new NotImplementedException();
}
