using System.CommandLine;
using System.Text;
using System.Text.Json;

namespace Vicinity.Cli;

/// <summary><c>vicinity methods</c>: the family, one line each.</summary>
internal static class MethodsCommand
{
    public const string Name = "methods";

    private static readonly string[] Head = ["method", "cost", "kernel", "norm", "P", "parameters", "paper"];

    public static Command Build()
    {
        Command command = new(Name, "Lists the methods: cost, kernel, normalization, P, parameters with their defaults, paper.");
        Option<bool> json = Flag.Switch("--json", "Print one JSON array instead of the table");
        command.Options.Add(json);
        command.SetAction(parsed =>
        {
            Console.Out.Write(parsed.GetValue(json) ? Json() : Table());
            return ExitCode.Success;
        });
        return command;
    }

    /// <summary>A line of names, then one for each method; columns are apart by two spaces or more.</summary>
    public static string Table()
    {
        string[][] rows = [Head, .. MethodCatalog.All.Select(Cells)];
        int[] widths = [.. Enumerable.Range(0, Head.Length).Select(column => rows.Max(row => row[column].Length))];
        StringBuilder text = new();
        foreach (string[] row in rows)
        {
            text.AppendLine(string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
        }

        return text.ToString();
    }

    /// <summary>An array with an object for each method, on one line.</summary>
    public static string Json()
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream))
        {
            json.WriteStartArray();
            foreach (Method method in MethodCatalog.All)
            {
                Write(json, method);
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + Environment.NewLine;
    }

    private static string[] Cells(Method method) =>
    [
        string.Join(", ", method.Aliases.Prepend(method.Name)),
        method.Cost,
        method.Kernel,
        method.Normalization,
        method.Affinities,
        method.Parameters.Count == 0 ? "-" : string.Join(", ", method.Parameters.Select(parameter => $"{parameter.Name} {parameter.Default}")),
        method.Paper,
    ];

    private static void Write(Utf8JsonWriter json, Method method)
    {
        json.WriteStartObject();
        json.WriteString("method", method.Name);
        json.WriteStartArray("aliases");
        foreach (string alias in method.Aliases)
        {
            json.WriteStringValue(alias);
        }

        json.WriteEndArray();
        json.WriteString("cost", method.Cost);
        json.WriteString("kernel", method.Kernel);
        json.WriteString("normalization", method.Normalization);
        json.WriteString("affinities", method.Affinities);
        json.WriteStartObject("parameters");
        foreach (MethodParameter parameter in method.Parameters)
        {
            json.WriteNumber(parameter.Name, parameter.Default);
        }

        json.WriteEndObject();
        json.WriteString("paper", method.Paper);
        json.WriteEndObject();
    }
}
