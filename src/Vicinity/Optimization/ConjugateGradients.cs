namespace Vicinity;

/// <summary>Solves B x = b for a positive definite B, preconditioned by its diagonal (Hestenes and Stiefel 1952).</summary>
/// <remarks>It begins at zero, so that every x on the way has a positive product with b: a direction of descent, however early it stops.</remarks>
internal static class ConjugateGradients
{
    private const int MostIterations = 1000;

    /// <summary>x with |b - B x| at most tolerance |b|.</summary>
    public static double[] Solve(AttractionMatrix matrix, double[] b, double tolerance)
    {
        double[] x = new double[b.Length];
        double[] residual = [.. b];
        double[] conditioned = Divide(residual, matrix.Diagonal);
        double[] direction = [.. conditioned];
        double[] image = new double[b.Length];
        double goal = tolerance * tolerance * LongVectors.Dot(b, b);
        double product = LongVectors.Dot(residual, conditioned);
        for (int iteration = 0; iteration < MostIterations && LongVectors.Dot(residual, residual) > goal; iteration++)
        {
            matrix.Multiply(direction, image);
            double step = product / LongVectors.Dot(direction, image);
            LongVectors.Add(x, step, direction);
            LongVectors.Add(residual, -step, image);
            conditioned = Divide(residual, matrix.Diagonal);
            double next = LongVectors.Dot(residual, conditioned);
            LongVectors.Scale(direction, next / product);
            LongVectors.Add(direction, 1, conditioned);
            product = next;
        }

        return x;
    }

    private static double[] Divide(double[] x, double[] y) => [.. x.Zip(y, (a, b) => a / b)];
}
