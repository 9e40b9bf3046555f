namespace Vicinity;

/// <summary>A function of the squared distance of two points, in double and sixteen at a time.</summary>
internal interface IRadial
{
    double At(double f);

    Lanes At(Lanes f);
}
