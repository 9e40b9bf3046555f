namespace Vicinity;

/// <summary>Normal numbers of standard deviation 1e-4, point by point from one seed.</summary>
internal sealed class RandomStart() : Start("random")
{
    internal override Matrix Build(StartInput input)
    {
        SeededRandom random = new(input.Seed);
        return Matrix.Create(input.Count, input.Dimensions, (_, row) =>
        {
            for (int k = 0; k < row.Length; k++)
            {
                row[k] = (float)(Spread * random.NextNormal());
            }
        });
    }
}
