namespace Vicinity;

/// <summary>A table of rows of one width, in pieces: it may hold more than 2^31 values, and may be given back piece by piece.</summary>
internal sealed class RowPieces<T>
{
    private const int MostShift = 14;
    private const int MostValues = 1 << 26;
    private readonly T[][] pieces;
    private readonly int shift;

    public RowPieces(int rows, int width)
    {
        Rows = rows;
        Width = width;
        shift = MostShift;
        while (shift > 0 && (long)width << shift > MostValues)
        {
            shift--;
        }

        PieceRows = 1 << shift;
        pieces = new T[Blocks.Count(rows, PieceRows)][];
        for (int piece = 0; piece < pieces.Length; piece++)
        {
            pieces[piece] = new T[width * Math.Min(PieceRows, rows - (piece << shift))];
        }
    }

    public int Rows { get; }

    /// <summary>Values per row.</summary>
    public int Width { get; }

    /// <summary>Rows per piece; the last one may have fewer.</summary>
    public int PieceRows { get; }

    public Span<T> Row(int row) => pieces[row >> shift].AsSpan((row & (PieceRows - 1)) * Width, Width);

    /// <summary>Gives a piece back; its rows must not be asked for again.</summary>
    public void Release(int piece) => pieces[piece] = [];
}
