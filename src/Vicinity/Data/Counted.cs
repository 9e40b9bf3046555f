namespace Vicinity;

/// <summary>Numbers of things in messages.</summary>
internal static class Counted
{
    /// <summary>1 row, 2,000 rows.</summary>
    public static string Of(long count, string noun) => $"{count:N0} {noun}{(count == 1 ? "" : "s")}";
}
