namespace Vicinity;

/// <summary>What a point gets from its pairs: a sum of weights and one of forces, and the same of a second term.</summary>
internal struct RowForce
{
    public double Weight;
    public double X;
    public double Y;
    public double Z;
    public double Moment;
    public double MomentX;
    public double MomentY;
    public double MomentZ;

    /// <summary>The squared size of the force.</summary>
    public readonly double Squared => (X * X) + (Y * Y) + (Z * Z);

    /// <summary>y_to - y_from.</summary>
    public static RowForce Way(Coordinates positions, int from, int to) => new()
    {
        X = Along(positions, 0, from, to),
        Y = Along(positions, 1, from, to),
        Z = Along(positions, 2, from, to),
    };

    /// <summary>Adds a force.</summary>
    public void Add(double x, double y, double z)
    {
        X += x;
        Y += y;
        Z += z;
    }

    /// <summary>Adds a multiple of another force.</summary>
    public void Add(in RowForce other, double times) => Add(times * other.X, times * other.Y, times * other.Z);

    /// <summary>Adds a force of the second term.</summary>
    public void AddMoment(double x, double y, double z)
    {
        MomentX += x;
        MomentY += y;
        MomentZ += z;
    }

    /// <summary>Adds to one dimension of a force, or of that of the second term.</summary>
    public void Add(bool toMoment, int dimension, double value)
    {
        (double x, double y, double z) = (dimension == 0 ? value : 0, dimension == 1 ? value : 0, dimension == 2 ? value : 0);
        if (toMoment)
        {
            AddMoment(x, y, z);
        }
        else
        {
            Add(x, y, z);
        }
    }

    /// <summary>Turns the force into first times itself plus second times that of the second term.</summary>
    public void Mix(double first, double second)
    {
        X = (first * X) + (second * MomentX);
        Y = (first * Y) + (second * MomentY);
        Z = (first * Z) + (second * MomentZ);
    }

    /// <summary>Adds factor times the force to numbers that stand apart, or writes it in their place.</summary>
    public readonly unsafe void Put(double factor, bool isInPlace, int dimensions, float* to, int length)
    {
        for (int d = 0; d < dimensions; d++)
        {
            double push = factor * (d == 0 ? X : d == 1 ? Y : Z);
            to[d * length] = (float)(isInPlace ? push : to[d * length] + push);
        }
    }

    /// <summary>Writes factor times the force into row i.</summary>
    public readonly void Write(double factor, Coordinates forces, int i)
    {
        forces.Axis(0)[i] = (float)(factor * X);
        if (forces.Dimensions > 1)
        {
            forces.Axis(1)[i] = (float)(factor * Y);
        }

        if (forces.Dimensions > 2)
        {
            forces.Axis(2)[i] = (float)(factor * Z);
        }
    }

    private static double Along(Coordinates positions, int dimension, int from, int to) =>
        dimension < positions.Dimensions ? (double)positions.Axis(dimension)[to] - positions.Axis(dimension)[from] : 0;
}
