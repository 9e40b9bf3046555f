using System.Globalization;

namespace Vicinity.Bench;

/// <summary>What one fit came to; a line of the results file.</summary>
internal sealed record TuningResult(string Set, string Method, string Variant, double Kept, double Area, double Loss, int Iterations, double Seconds)
{
    public static TuningResult Parse(string line)
    {
        string[] cells = line.Split(',');
        double Number(int k) => double.Parse(cells[k], CultureInfo.InvariantCulture);
        return new(cells[0], cells[1], cells[2], Number(3), Number(4), Number(5), (int)Number(6), Number(7));
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Set},{Method},{Variant},{Kept:F4},{Area:F4},{Loss:G6},{Iterations},{Seconds:F2}");
}
