namespace Vicinity;

/// <summary>Normal numbers of standard deviation 1e-4, point by point from one seed.</summary>
internal sealed class RandomStart() : Start("random")
{
    public override Matrix Build(Matrix data, int dimensions, int seed = 0, int threads = 0, ICollection<FitWarning>? warnings = null)
    {
        SeededRandom random = new(seed);
        return Matrix.Create(data.Rows, dimensions, (_, row) =>
        {
            for (int k = 0; k < row.Length; k++)
            {
                row[k] = (float)(Spread * random.NextNormal());
            }
        });
    }
}
