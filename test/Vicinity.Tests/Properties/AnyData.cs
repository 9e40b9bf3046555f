using FsCheck;
using FsCheck.Fluent;

namespace Vicinity.Tests;

/// <summary>A data set by chance: noise, grids full of ties, copies of rows, constant columns, very small or large values, a handful of rows or none too many.</summary>
/// <param name="Rows">n.</param>
/// <param name="Columns">d.</param>
/// <param name="Kind">0: noise; 1: with copies of rows; 2: whole numbers; 3: one row many times and a few others; 4: with a constant column.</param>
/// <param name="Exponent">Of two, by which all is multiplied.</param>
/// <param name="Seed">Of the numbers.</param>
internal sealed record AnyData(int Rows, int Columns, int Kind, int Exponent, int Seed)
{
    /// <summary>Whether rows may be equally far from one.</summary>
    public bool HasTies => Kind is 1 or 2 or 3 || (Kind == 4 && Columns == 1);

    /// <summary>Whether two different rows may be equally far from one: only exactly, until something is rounded.</summary>
    public bool IsGrid => Kind == 2;

    /// <summary>Rows that another one is a copy of, or nearly so, count like all others.</summary>
    public Matrix Matrix { get; } = Make(Rows, Columns, Kind, Exponent, Seed);

    public static Gen<AnyData> Gen(int fewest, int most) =>
        from rows in FsCheck.Fluent.Gen.Frequency((1, FsCheck.Fluent.Gen.Choose(fewest, Math.Min(most, 8))), (3, FsCheck.Fluent.Gen.Choose(fewest, most)))
        from columns in FsCheck.Fluent.Gen.Choose(1, 7)
        from kind in FsCheck.Fluent.Gen.Choose(0, 4)
        from exponent in FsCheck.Fluent.Gen.Elements(0, 0, 0, -20, 30)
        from seed in FsCheck.Fluent.Gen.Choose(0, 1_000_000)
        select new AnyData(rows, columns, kind, exponent, seed);

    private static Matrix Make(int rows, int columns, int kind, int exponent, int seed)
    {
        Matrix noise = kind == 2 ? Clouds.Whole(rows, columns, 4, seed) : Clouds.Normal(rows, columns, seed);
        SeededRandom random = new(seed + 1);
        return Matrix.Create(rows, columns, (i, row) =>
        {
            int source = kind == 1 && i > 0 && random.NextInt(3) == 0 ? random.NextInt(i) : kind == 3 && random.NextInt(4) > 0 ? 0 : i;
            for (int d = 0; d < columns; d++)
            {
                row[d] = MathF.ScaleB(kind == 4 && d == 0 ? 3 : noise[source, d], exponent);
            }
        });
    }
}
