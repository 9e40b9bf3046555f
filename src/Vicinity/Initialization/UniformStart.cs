namespace Vicinity;

/// <summary>Uniform numbers in [0, 1], point by point from one seed.</summary>
internal sealed class UniformStart() : Start("uniform")
{
    internal override Matrix Build(StartInput input)
    {
        SeededRandom random = new(input.Seed);
        return Matrix.Create(input.Count, input.Dimensions, (_, row) =>
        {
            for (int k = 0; k < row.Length; k++)
            {
                row[k] = (float)random.NextDouble();
            }
        });
    }
}
