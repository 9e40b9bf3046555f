namespace Vicinity;

/// <summary>The start that suits what the map is compared with; a fit names the one that it was.</summary>
internal sealed class AutoStart() : Start("auto")
{
    internal override Matrix Build(StartInput input) => (input.Distances is null ? Pca : Mds).Build(input);
}
