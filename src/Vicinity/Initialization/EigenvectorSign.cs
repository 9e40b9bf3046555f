namespace Vicinity;

/// <summary>The sign that an eigenvector leaves open.</summary>
internal static class EigenvectorSign
{
    /// <summary>Makes the entry of largest absolute value positive; the first of them, if there are several.</summary>
    public static void Fix(double[] vector)
    {
        if (vector.Length > 0 && vector.MaxBy(Math.Abs) < 0)
        {
            for (int d = 0; d < vector.Length; d++)
            {
                vector[d] = -vector[d];
            }
        }
    }
}
