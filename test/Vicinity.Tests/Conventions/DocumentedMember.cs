using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Vicinity.Tests;

/// <summary>A public type or member beside its XML documentation.</summary>
internal sealed record DocumentedMember(MemberInfo Member, string Id, XElement? Doc)
{
    private static readonly Dictionary<string, XElement> Docs = XDocument
        .Load(Path.ChangeExtension(typeof(Matrix).Assembly.Location, ".xml"))
        .Descendants("member")
        .ToDictionary(element => element.Attribute("name")!.Value);

    /// <summary>Every public type and, in its order, every member that was written by hand.</summary>
    public static IReadOnlyList<DocumentedMember> All { get; } =
    [
        .. typeof(Matrix).Assembly.GetExportedTypes()
            .SelectMany(type => type.IsSubclassOf(typeof(Delegate)) ? [type] : type.GetMembers(Declared).Where(NeedsDoc).Prepend(type))
            .Select(member => new DocumentedMember(member, IdOf(member), Docs.GetValueOrDefault(IdOf(member)))),
    ];

    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>True where the documentation of a base member holds.</summary>
    public bool Inherits => Doc?.Element("inheritdoc") is not null;

    /// <summary>What has to be explained; the operands of an operator explain themselves.</summary>
    public IReadOnlyList<string> ParameterNames => Member switch
    {
        MethodInfo { IsSpecialName: true, Name: not ("op_Implicit" or "op_Explicit") } => [],
        MethodBase method => [.. method.GetParameters().Select(parameter => parameter.Name!)],
        PropertyInfo property => [.. property.GetIndexParameters().Select(parameter => parameter.Name!)],
        Type type when type.IsSubclassOf(typeof(Delegate)) => [.. type.GetMethod("Invoke")!.GetParameters().Select(parameter => parameter.Name!)],
        Type type => Positional(type),
        _ => [],
    };

    /// <summary>The parameters of a primary constructor may be explained on the type, where they are written.</summary>
    public IReadOnlyList<string> PrimaryParameterNames =>
        Member is Type type ? [.. type.GetConstructors().SelectMany(constructor => constructor.GetParameters()).Select(parameter => parameter.Name!)] : [];

    /// <summary>The text of an element of the documentation, references as words, white space as single blanks; empty if there is none.</summary>
    public static string Text(XElement? element) => element is null ? "" : Regex.Replace(
        string.Concat(element.DescendantNodes().Select(node => node switch
        {
            XText text => text.Value,
            XElement { HasElements: false, IsEmpty: true } reference => reference.Attributes().First().Value,
            _ => "",
        })), @"\s+", " ").Trim();

    /// <summary>A record's positional parameters are documented on the record, and its primary constructor and their properties with them.</summary>
    private static bool NeedsDoc(MemberInfo member) => PublicApiText.IsShown(member)
        && !(member is ConstructorInfo constructor && (constructor.GetParameters().Length == 0 || IsPositional(constructor)))
        && !(member is PropertyInfo property && Positional(property.DeclaringType!).Contains(property.Name))
        && !(member is FieldInfo { IsSpecialName: true });

    private static IReadOnlyList<string> Positional(Type type) =>
        [.. type.GetConstructors().Where(IsPositional).SelectMany(constructor => constructor.GetParameters()).Select(parameter => parameter.Name!)];

    private static bool IsPositional(ConstructorInfo constructor) =>
        constructor.GetParameters() is { Length: > 0 } parameters
        && parameters.All(parameter => constructor.DeclaringType!.GetProperty(parameter.Name!) is not null);

    private static string IdOf(MemberInfo member) => member switch
    {
        Type type => $"T:{NameOf(type)}",
        FieldInfo field => $"F:{NameOf(field.DeclaringType!)}.{field.Name}",
        PropertyInfo property => $"P:{NameOf(property.DeclaringType!)}.{property.Name}{Arguments(property.GetIndexParameters())}",
        MethodBase method => $"M:{NameOf(method.DeclaringType!)}.{method.Name.Replace('.', '#')}"
            + (method.IsGenericMethod ? $"``{method.GetGenericArguments().Length}" : "")
            + Arguments(method.GetParameters())
            + (method is MethodInfo { Name: "op_Implicit" or "op_Explicit" } conversion ? $"~{NameOf(conversion.ReturnType)}" : ""),
        _ => $"?:{member.Name}",
    };

    private static string Arguments(ParameterInfo[] parameters) =>
        parameters.Length == 0 ? "" : $"({string.Join(',', parameters.Select(parameter => NameOf(parameter.ParameterType)))})";

    private static string NameOf(Type type) =>
        type.IsByRef ? $"{NameOf(type.GetElementType()!)}@"
        : type.IsArray ? $"{NameOf(type.GetElementType()!)}[{string.Join(',', Enumerable.Repeat(type.GetArrayRank() > 1 ? "0:" : "", type.GetArrayRank()))}]"
        : type.IsGenericParameter ? $"{(type.DeclaringMethod is null ? "`" : "``")}{type.GenericParameterPosition}"
        : type.IsConstructedGenericType ? $"{type.GetGenericTypeDefinition().FullName!.Split('`')[0].Replace('+', '.')}{{{string.Join(',', type.GetGenericArguments().Select(NameOf))}}}"
        : type.FullName!.Replace('+', '.');
}
