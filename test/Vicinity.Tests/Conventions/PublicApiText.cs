using System.Reflection;
using System.Runtime.CompilerServices;

namespace Vicinity.Tests;

/// <summary>A public type in the words of C#: its head, then one line per member, in a fixed order.</summary>
internal static class PublicApiText
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static string Of(Type type)
    {
        if (type.IsSubclassOf(typeof(Delegate)))
        {
            return $"delegate {Signature(type.GetMethod("Invoke")!, TypeName.Of(type))}\n";
        }

        IEnumerable<string> members = type.IsEnum
            ? Enum.GetNames(type).Select(name => $"{name} = {Convert.ToInt64(Enum.Parse(type, name), null)}")
            : type.GetMembers(Declared).Where(IsShown).Select(Line).Order(StringComparer.Ordinal);
        return string.Concat(members.Select(member => $"    {member}\n").Prepend($"{Head(type)}\n"));
    }

    /// <summary>Seen from outside and written by hand: no accessors, nothing that the compiler adds to records.</summary>
    public static bool IsShown(MemberInfo member) => !member.IsDefined(typeof(CompilerGeneratedAttribute), false) && member switch
    {
        MethodInfo method => IsOpen(method) && (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal)),
        MethodBase constructor => IsOpen(constructor),
        PropertyInfo property => property.GetAccessors(true).Any(IsOpen),
        FieldInfo field => field.IsPublic,
        Type type => type.IsNestedPublic,
        _ => true,
    };

    private static bool IsOpen(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static string Head(Type type)
    {
        bool isRecord = type.GetMethods(Declared).Any(method => method.Name is "<Clone>$" or "PrintMembers");
        string kind = type.IsEnum ? "enum"
            : type.IsInterface ? "interface"
            : type.IsValueType ? (type.IsDefined(typeof(IsReadOnlyAttribute), false) ? "readonly " : "") + (isRecord ? "record struct" : "struct")
            : (type.IsAbstract && type.IsSealed ? "static " : type.IsAbstract ? "abstract " : type.IsSealed ? "sealed " : "") + (isRecord ? "record" : "class");
        IEnumerable<Type> parents = [.. type.BaseType is { } up && type.IsClass && up != typeof(object) ? [up] : Type.EmptyTypes, .. Interfaces(type)];
        string above = string.Join(", ", parents.Select(TypeName.Of));
        return $"{kind} {TypeName.Of(type)}{(above.Length > 0 ? " : " : "")}{above}{TypeName.Constraints(type.IsGenericType ? type.GetGenericArguments() : [])}";
    }

    /// <summary>The public interfaces of our own and of the runtime, but not the equality that every record has.</summary>
    private static IEnumerable<Type> Interfaces(Type type) => type.IsEnum
        ? []
        : type.GetInterfaces().Where(face => face.IsVisible && face.Name != "IEquatable`1").OrderBy(face => face.FullName, StringComparer.Ordinal);

    private static string Line(MemberInfo member) => member switch
    {
        ConstructorInfo constructor => $"{Access(constructor)}{constructor.DeclaringType!.Name.Split('`')[0]}({Parameters(constructor)})",
        MethodInfo method => Access(method) + Signature(method, method.Name + TypeName.Arguments(method.IsGenericMethod ? method.GetGenericArguments() : [])),
        PropertyInfo property => Property(property),
        FieldInfo { IsLiteral: true } constant => $"const {TypeName.Of(constant)} {constant.Name} = {constant.GetRawConstantValue()}",
        FieldInfo field => $"{(field.IsStatic ? "static " : "")}{TypeName.Of(field)} {field.Name}",
        Type nested => Head(nested),
        _ => member.ToString()!,
    };

    private static string Property(PropertyInfo property)
    {
        MethodInfo first = property.GetAccessors(true)[0];
        string index = property.GetIndexParameters() is { Length: > 0 } indices ? $"[{string.Join(", ", indices.Select(Parameter))}]" : "";
        bool isInit = property.SetMethod?.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) ?? false;
        string get = property.GetMethod is { } getter && IsOpen(getter) ? "get; " : "";
        string set = property.SetMethod is { } setter && IsOpen(setter) ? (isInit ? "init; " : "set; ") : "";
        return $"{Access(first)}{TypeName.Of(property)} {(index.Length > 0 ? "this" : property.Name)}{index} {{ {get}{set}}}";
    }

    private static string Access(MethodBase method) =>
        (method.IsPublic ? "" : "protected ")
        + (method.IsStatic ? "static " : "")
        + (method.DeclaringType!.IsInterface || !method.IsVirtual || method.IsFinal ? ""
            : method.IsAbstract ? "abstract "
            : method is MethodInfo info && info.GetBaseDefinition() != info ? "override " : "virtual ");

    private static string Signature(MethodInfo method, string name) =>
        $"{TypeName.Of(method.ReturnParameter)} {name}({Parameters(method)}){TypeName.Constraints(method.IsGenericMethod ? method.GetGenericArguments() : [])}";

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(Parameter));

    private static string Parameter(ParameterInfo parameter) =>
        (parameter.IsOut ? "out " : parameter.IsIn ? "in " : parameter.ParameterType.IsByRef ? "ref " : "")
        + $"{TypeName.Of(parameter)} {parameter.Name}"
        + (parameter.HasDefaultValue ? $" = {Default(parameter)}" : "");

    private static string Default(ParameterInfo parameter) => parameter.DefaultValue switch
    {
        null => parameter.ParameterType.IsValueType ? "default" : "null",
        string text => $"\"{text}\"",
        bool flag => flag ? "true" : "false",
        object value => value.ToString()!,
    };
}
