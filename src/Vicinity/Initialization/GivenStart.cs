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

    internal override Matrix Build(StartInput input)
    {
        if (positions.Rows != input.Count || positions.Columns != input.Dimensions)
        {
            throw new ArgumentException(
                $"The start is {positions.Rows} x {positions.Columns}, but the map is {input.Count} x {input.Dimensions}. Give one row per point and one column per dimension of the map.", nameof(input));
        }

        return positions;
    }
}
