namespace Vicinity;

/// <summary>A start that the caller brought, used as it is.</summary>
internal sealed class GivenStart : Start
{
    private readonly Matrix positions;

    public GivenStart(Matrix positions)
        : base("given")
    {
        ArgumentNullException.ThrowIfNull(positions);
        positions.ThrowIfNotFinite(nameof(positions));
        this.positions = positions;
    }

    public override Matrix Build(Matrix data, int dimensions, int seed = 0, int threads = 0, ICollection<FitWarning>? warnings = null)
    {
        if (positions.Rows != data.Rows || positions.Columns != dimensions)
        {
            throw new ArgumentException(
                $"The start is {positions.Rows} x {positions.Columns}, but the map is {data.Rows} x {dimensions}. Give one row per point and one column per dimension of the map.", nameof(data));
        }

        return positions;
    }
}
