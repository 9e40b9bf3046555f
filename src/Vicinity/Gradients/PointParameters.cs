namespace Vicinity;

/// <summary>theta, the parameter that a kernel may have for each point.</summary>
internal static class PointParameters
{
    /// <summary>1 for all points, padded to a multiple of sixteen.</summary>
    public static float[] AllOnes(int count)
    {
        float[] theta = new float[Coordinates.PaddedLength(count)];
        Array.Fill(theta, 1);
        return theta;
    }

    /// <summary>The given ones, or 1 for all points if there are none; padded by 1.</summary>
    public static float[] Padded(ReadOnlySpan<float> given, int count)
    {
        float[] theta = AllOnes(count);
        given.CopyTo(theta);
        return theta;
    }
}
