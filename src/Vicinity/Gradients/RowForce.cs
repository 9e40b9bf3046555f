namespace Vicinity;

/// <summary>A sum of weights and one of forces over the pairs of a point.</summary>
internal struct RowForce
{
    public double Weight;
    public double X;
    public double Y;
    public double Z;

    /// <summary>Adds a force.</summary>
    public void Add(double x, double y, double z)
    {
        X += x;
        Y += y;
        Z += z;
    }

    /// <summary>Adds factor times the forces that stand in row i.</summary>
    public void Add(double factor, Coordinates forces, int i)
    {
        X += factor * forces.Axis(0)[i];
        Y += forces.Dimensions > 1 ? factor * forces.Axis(1)[i] : 0;
        Z += forces.Dimensions > 2 ? factor * forces.Axis(2)[i] : 0;
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
}
