using System.Reflection;

namespace Vicinity.Tests;

/// <summary>Names of types as C# writes them, with nullability.</summary>
internal static class TypeName
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void", [typeof(bool)] = "bool", [typeof(byte)] = "byte", [typeof(int)] = "int", [typeof(uint)] = "uint", [typeof(long)] = "long",
        [typeof(ulong)] = "ulong", [typeof(float)] = "float", [typeof(double)] = "double", [typeof(string)] = "string", [typeof(object)] = "object",
    };

    public static string Of(Type type) => Of(type, null);

    public static string Of(ParameterInfo parameter) => Of(parameter.ParameterType, new NullabilityInfoContext().Create(parameter));

    public static string Of(PropertyInfo property) => Of(property.PropertyType, new NullabilityInfoContext().Create(property));

    public static string Of(FieldInfo field) => Of(field.FieldType, new NullabilityInfoContext().Create(field));

    public static string Arguments(Type[] arguments) => arguments.Length == 0 ? "" : $"<{string.Join(", ", arguments.Select(Of))}>";

    public static string Constraints(Type[] arguments) => string.Concat(arguments.Select(argument =>
    {
        bool isStruct = argument.GenericParameterAttributes.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint);
        IEnumerable<string> bounds = argument.GetGenericParameterConstraints().Where(bound => bound != typeof(ValueType)).Select(Of);
        string all = string.Join(", ", isStruct ? bounds.Prepend("struct") : bounds);
        return all.Length == 0 ? "" : $" where {argument.Name} : {all}";
    }));

    private static string Of(Type type, NullabilityInfo? nullability)
    {
        Type bare = type.IsByRef ? type.GetElementType()! : type;
        string mark = !bare.IsValueType && nullability?.ReadState == NullabilityState.Nullable ? "?" : "";
        if (bare.IsArray)
        {
            return $"{Of(bare.GetElementType()!, nullability?.ElementType)}[{new string(',', bare.GetArrayRank() - 1)}]{mark}";
        }

        if (Nullable.GetUnderlyingType(bare) is { } underlying)
        {
            return $"{Of(underlying)}?";
        }

        string name = Keywords.GetValueOrDefault(bare, bare.Name.Split('`')[0]);
        if (!bare.IsGenericType)
        {
            return name + mark;
        }

        NullabilityInfo[] inner = nullability?.GenericTypeArguments ?? [];
        IEnumerable<string> arguments = bare.GetGenericArguments().Select((argument, i) => Of(argument, i < inner.Length ? inner[i] : null));
        return $"{name}<{string.Join(", ", arguments)}>{mark}";
    }
}
