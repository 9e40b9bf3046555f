namespace Vicinity;

/// <summary>The numbers of a method by name: those that were given, and the defaults of the others.</summary>
internal sealed class ParameterValues(IReadOnlyList<MethodParameter> parameters, IReadOnlyDictionary<string, double>? given)
{
    public double this[string name] =>
        given is not null && given.TryGetValue(name, out double value) ? value : parameters.Single(parameter => parameter.Name == name).Default;
}
