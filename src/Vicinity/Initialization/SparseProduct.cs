namespace Vicinity;

/// <summary>Products of sparse rows with a block of vectors. What becomes of a row does not depend on the others.</summary>
internal static class SparseProduct
{
    private const int BlockRows = 256;

    /// <summary>M B: all vectors of the block beside each other, so that an entry of M meets them in one stretch.</summary>
    /// <param name="matrix">n x d.</param>
    /// <param name="block">Vectors of length d.</param>
    /// <param name="threads">Cores to use.</param>
    /// <returns>As many vectors of length n.</returns>
    public static double[][] Of(SparseMatrix matrix, double[][] block, int threads)
    {
        int width = block.Length;
        double[] beside = new double[(long)width * matrix.Columns];
        for (int k = 0; k < width; k++)
        {
            for (int d = 0; d < matrix.Columns; d++)
            {
                beside[((long)d * width) + k] = block[k][d];
            }
        }

        double[][] image = [.. block.Select(_ => new double[matrix.Rows])];
        Blocks.Run(matrix.Rows, BlockRows, threads, (_, first, end) =>
        {
            double[] sums = new double[width];
            for (int i = first; i < end; i++)
            {
                Array.Clear(sums);
                ReadOnlySpan<int> columns = matrix.RowColumns(i);
                ReadOnlySpan<float> values = matrix.RowValues(i);
                for (int at = 0; at < columns.Length; at++)
                {
                    DotProduct.AddScaled(sums, beside.AsSpan(columns[at] * width, width), values[at]);
                }

                for (int k = 0; k < width; k++)
                {
                    image[k][i] = sums[k];
                }
            }
        });
        return image;
    }
}
