namespace Vicinity;

/// <summary>Gradient descent with momentum and a gain per coordinate (Jacobs 1988, as used by van der Maaten and Hinton 2008).</summary>
/// <remarks>
/// Element by element: gain + 0.2 where the gradient disagrees in sign with the last update (which means progress: the update points
/// downhill), else 0.8 gain, at least 0.01; u = momentum u - rate gain g; y = y + u. The step of a point is cut to length 5, in u too.
/// </remarks>
internal sealed class DeltaBarDelta
{
    private const float GainGrowth = 0.2f;
    private const float GainDecay = 0.8f;
    private const float MinimalGain = 0.01f;
    private const float MaximalStep = 5;

    private readonly Coordinates updates;
    private readonly Coordinates gains;

    public DeltaBarDelta(int count, int dimensions)
    {
        updates = new(count, dimensions);
        gains = new(count, dimensions);
        gains.All.Fill(1);
    }

    /// <summary>Moves the positions one step against the gradient and centres them.</summary>
    /// <returns>False, with the positions untouched, if the step is not a number.</returns>
    public bool Step(Coordinates positions, Coordinates gradient, double rate, double momentum)
    {
        for (int d = 0; d < positions.Dimensions; d++)
        {
            Update(updates.Axis(d)[..positions.Count], gains.Axis(d), gradient.Axis(d), (float)rate, (float)momentum);
        }

        if (!CutSteps())
        {
            return false;
        }

        for (int d = 0; d < positions.Dimensions; d++)
        {
            Move(positions.Axis(d)[..positions.Count], updates.Axis(d));
        }

        return true;
    }

    private static void Update(Span<float> update, Span<float> gain, ReadOnlySpan<float> gradient, float rate, float momentum)
    {
        for (int i = 0; i < update.Length; i++)
        {
            // Zero has a sign of its own, so that the first gain is 1.2.
            float grown = Sign(gradient[i]) != Sign(update[i]) ? gain[i] + GainGrowth : gain[i] * GainDecay;
            gain[i] = Math.Max(grown, MinimalGain);
            update[i] = (momentum * update[i]) - (rate * gain[i] * gradient[i]);
        }
    }

    private static int Sign(float value) => value > 0 ? 1 : value < 0 ? -1 : 0;

    private bool CutSteps()
    {
        for (int i = 0; i < updates.Count; i++)
        {
            double length = 0;
            for (int d = 0; d < updates.Dimensions; d++)
            {
                length += (double)updates.Axis(d)[i] * updates.Axis(d)[i];
            }

            if (!double.IsFinite(length))
            {
                return false;
            }

            Shorten(i, Math.Sqrt(length));
        }

        return true;
    }

    private void Shorten(int point, double length)
    {
        if (length > MaximalStep)
        {
            for (int d = 0; d < updates.Dimensions; d++)
            {
                updates.Axis(d)[point] *= (float)(MaximalStep / length);
            }
        }
    }

    private static void Move(Span<float> position, ReadOnlySpan<float> update)
    {
        double sum = 0;
        for (int i = 0; i < position.Length; i++)
        {
            position[i] += update[i];
            sum += position[i];
        }

        float mean = (float)(sum / position.Length);
        for (int i = 0; i < position.Length; i++)
        {
            position[i] -= mean;
        }
    }
}
