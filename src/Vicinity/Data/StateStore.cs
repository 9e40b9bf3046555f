using System.Runtime.InteropServices;

namespace Vicinity;

/// <summary>Where the parts of a run leave what their next step depends on, or find it again: one method of a part serves both ways.</summary>
/// <param name="sections">What is written or read.</param>
/// <param name="isReading">True if values come out of the sections.</param>
/// <param name="prefix">In front of all names.</param>
internal sealed class StateStore(SectionSet sections, bool isReading, string prefix = "")
{
    /// <summary>True if values are taken from the store.</summary>
    public bool IsReading => isReading;

    /// <summary>The place of a part of a part.</summary>
    public StateStore Inside(string part) => new(sections, isReading, $"{prefix}{part}.");

    /// <summary>Writes the values, or overwrites them.</summary>
    /// <exception cref="InvalidDataException">There is no such section, or it has another length.</exception>
    public void Exchange<T>(string name, Span<T> values)
        where T : unmanaged
    {
        if (!isReading)
        {
            sections.Add<T>(prefix + name, values, 1, values.Length);
            return;
        }

        sections.Read<T>(prefix + name, 1, values.Length).CopyTo(values);
    }

    /// <summary>The number as it is, or the one that was written.</summary>
    public double Number(string name, double value)
    {
        Exchange(name, MemoryMarshal.CreateSpan(ref value, 1));
        return value;
    }

    /// <summary>The number as it is, or the one that was written.</summary>
    /// <exception cref="InvalidDataException">It is below <paramref name="least"/> or above <paramref name="most"/>.</exception>
    public int Count(string name, int value, int least = 0, int most = int.MaxValue)
    {
        Exchange(name, MemoryMarshal.CreateSpan(ref value, 1));
        return value >= least && value <= most
            ? value
            : throw sections.Damage($"{prefix}{name} is {value}, which must lie from {least} to {most}");
    }

    /// <summary>What is wrong with the store, as an exception.</summary>
    public InvalidDataException Damage(string what) => sections.Damage(what);

    /// <summary>The answer as it is, or the one that was written.</summary>
    public bool Flag(string name, bool value) => Count(name, value ? 1 : 0, 0, 1) == 1;
}
