namespace Vicinity;

/// <summary>How much a finding matters.</summary>
public enum Severity
{
    /// <summary>Good to know; nothing need be done.</summary>
    Note,

    /// <summary>The map may mislead somebody who does not know of it.</summary>
    Warning,

    /// <summary>There is no map, or what it shows is not in the data.</summary>
    Error,
}
