using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

using Xunit;

namespace Vicinity.Tests;

/// <summary>The public documentation has one schema (CONTRIBUTING.md), as far as a program can check it.</summary>
public sealed class DocumentationTests
{
    private static readonly IReadOnlyList<DocumentedMember> Members = DocumentedMember.All;

    [Fact]
    public void Every_public_type_and_member_has_a_summary_of_whole_sentences() =>
        Findings.AreNone(Members.Where(m => !m.Inherits && !IsSentence(m.Doc?.Element("summary"))).Select(m => m.Id), Members.Count, 100);

    [Fact]
    public void No_summary_repeats_what_the_signature_says() =>
        Findings.AreNone(
            Members.Where(m => Regex.IsMatch(DocumentedMember.Text(m.Doc?.Element("summary")), "^(Gets|Sets|Returns|Represents|Initializes|A class|This)\\b")).Select(m => m.Id),
            Members.Count,
            100);

    [Fact]
    public void Every_parameter_is_explained_and_no_other()
    {
        int seen = 0;
        List<string> findings = [];
        foreach (DocumentedMember member in Members.Where(m => !m.Inherits))
        {
            Dictionary<string, XElement> explained = (member.Doc?.Elements("param") ?? []).ToDictionary(e => e.Attribute("name")!.Value);
            seen += member.ParameterNames.Count;
            findings.AddRange(member.ParameterNames.Where(name => !IsSentence(explained.GetValueOrDefault(name))).Select(name => $"{member.Id}: {name}"));
            findings.AddRange(explained.Keys.Except(member.ParameterNames).Except(member.PrimaryParameterNames).Select(name => $"{member.Id} has no {name}"));
        }

        Findings.AreNone(findings, seen, 60);
    }

    [Fact]
    public void Every_exception_that_a_public_member_creates_is_documented_with_its_condition()
    {
        int seen = 0;
        List<string> findings = [];
        foreach (DocumentedMember member in Members.Where(m => !m.Inherits))
        {
            XElement[] documented = [.. member.Doc?.Elements("exception") ?? []];
            findings.AddRange(documented.Where(e => !IsSentence(e)).Select(e => $"{member.Id}: {e.Attribute("cref")!.Value} without its condition"));
            Type[] thrown = [.. Bodies(member.Member).SelectMany(ThrownExceptions.In).Distinct().Where(type => type != typeof(ArgumentNullException) && type != typeof(NotImplementedException))];
            seen += thrown.Length;
            findings.AddRange(thrown.Where(type => !documented.Any(e => Covers(e, type))).Select(type => $"{member.Id} throws {type.Name}"));
        }

        Findings.AreNone(findings, seen, 15);
    }

    [Fact]
    public void Nothing_is_left_unimplemented()
    {
        MethodBase[] methods = [.. typeof(Matrix).Assembly.GetTypes().SelectMany(type => type.GetMembers((BindingFlags)62)).OfType<MethodBase>()];
        Findings.AreNone(
            methods.Where(m => ThrownExceptions.In(m).Contains(typeof(NotImplementedException))).Select(m => $"{m.DeclaringType!.Name}.{m.Name}"), methods.Length, 300);
    }

    private static bool IsSentence(XElement? element) => DocumentedMember.Text(element) is { Length: > 1 } text && text[^1] is '.' or ')' or ':' or '?';

    private static IEnumerable<MethodBase> Bodies(MemberInfo member) => member switch
    {
        MethodBase method => [method],
        PropertyInfo property => property.GetAccessors(true),
        _ => [],
    };

    /// <summary>An exception is covered by its own name or by one that it derives from.</summary>
    private static bool Covers(XElement documented, Type thrown)
    {
        for (Type? type = thrown; type is not null && type != typeof(SystemException) && type != typeof(Exception); type = type.BaseType)
        {
            if (documented.Attribute("cref")!.Value == $"T:{type.FullName}")
            {
                return true;
            }
        }

        return false;
    }
}
