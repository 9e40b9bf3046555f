using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Vicinity.Cli;

/// <summary>The findings as one html page: no script, no network, one style known by its hash.</summary>
internal static class DoctorPage
{
    public static void Write(DoctorResult result, Stream output)
    {
        using Stream resource = typeof(DoctorPage).Assembly.GetManifestResourceStream("doctor.css")!;
        using StreamReader reader = new(resource);
        string style = reader.ReadToEnd().ReplaceLineEndings("\n");
        string hash = $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)))}";
        string title = MarkupText.Escape($"The doctor on {result.Input.Name}");
        StringBuilder page = new();
        page.Append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        page.Append(CultureInfo.InvariantCulture, $"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src '{hash}'; img-src data:; base-uri 'none'; form-action 'none'\">\n");
        page.Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n");
        page.Append(CultureInfo.InvariantCulture, $"<title>{title}</title>\n<link rel=\"icon\" href=\"data:,\">\n<style>{style}</style>\n</head>\n<body>\n");
        AppendHead(page, result, title);
        page.Append("<main>\n");
        AppendMap(page, result);
        page.Append("<section aria-label=\"Findings\">\n");
        foreach (FitWarning finding in result.Report.Findings)
        {
            AppendFinding(page, finding);
        }

        if (result.Report.Findings.Count == 0)
        {
            page.Append("<p class=\"fine\">Nothing found.</p>\n");
        }

        foreach (string checks in result.Report.LeftOut)
        {
            page.Append(CultureInfo.InvariantCulture, $"<p class=\"fine\">Left out {MarkupText.Escape(checks)}.</p>\n");
        }

        page.Append("</section>\n</main>\n</body>\n</html>\n");
        output.Write(Encoding.UTF8.GetBytes(page.ToString()));
    }

    private static void AppendHead(StringBuilder page, DoctorResult result, string title)
    {
        string worst = result.Report.Worst is { } severity ? DoctorText.Word(severity) : "fine";
        string what = $"{Counted.Of(result.Input.Data.Count, "row")}, {Counted.Of(result.Input.Data.Columns, "column")}{(result.Map is null ? "; the data alone" : "; data and map")}";
        page.Append(CultureInfo.InvariantCulture, $"<header>\n<h1>{title}</h1>\n<p>{what}</p>\n<p class=\"verdict {worst}\">{DoctorText.Verdict(result.Report.Findings)}</p>\n</header>\n");
    }

    private static void AppendFinding(StringBuilder page, FitWarning finding)
    {
        string word = DoctorText.Word(finding.Severity);
        FindingKind? kind = FindingCatalog.Find(finding.Code);
        page.Append(CultureInfo.InvariantCulture, $"<article class=\"{word}\">\n<h2><span class=\"code\">{finding.Code}</span> {MarkupText.Escape(kind?.Title ?? "the command line")} <span class=\"badge\">{word}</span></h2>\n");
        page.Append(CultureInfo.InvariantCulture, $"<p>{MarkupText.Escape(finding.Message)}</p>\n");
        if (double.IsFinite(finding.Number))
        {
            page.Append(CultureInfo.InvariantCulture, $"<p class=\"number\"><b>{DoctorText.Number(finding.Number)}</b> {MarkupText.Escape(kind?.Measure ?? "")}<span>threshold {DoctorText.Number(finding.Threshold)}</span></p>\n");
        }

        if (finding.Why.Length > 0)
        {
            page.Append(CultureInfo.InvariantCulture, $"<p class=\"why\">{MarkupText.Escape(finding.Why)}</p>\n");
        }

        if (finding.Remedy.Length > 0)
        {
            page.Append(CultureInfo.InvariantCulture, $"<p class=\"remedy\"><code>{MarkupText.Escape(finding.Remedy)}</code></p>\n");
        }

        page.Append("</article>\n");
    }

    private static void AppendMap(StringBuilder page, DoctorResult result)
    {
        if (result.Map is not { } map || result.Report.Quality is not { } quality)
        {
            return;
        }

        page.Append("<figure>\n");
        TrustPicture.Append(page, map, result.Report);
        page.Append(CultureInfo.InvariantCulture, $"<figcaption>{Counted.Of(quality.Count, "point")}, colored by how many of its {quality.NeighborsPerPoint} neighbors each keeps: none<span class=\"ramp\"><i></i><i></i><i></i><i></i><i></i></span>all</figcaption>\n<dl>\n");
        Measure(page, "neighbors kept", quality.NeighborsKept.Value);
        Measure(page, "trustworthiness", quality.Trustworthiness.Value);
        Measure(page, "continuity", quality.Continuity.Value);
        Measure(page, "structure", result.Report.Structure);
        Measure(page, "structure of noise", result.Report.StructureOfNoise);
        if (result.Report.Stability is { } stability)
        {
            Measure(page, "neighbors shared by random starts", stability.MeanOverlap);
            Measure(page, "islands shared by random starts", stability.IslandAgreement);
        }

        page.Append("</dl>\n</figure>\n");
    }

    private static void Measure(StringBuilder page, string name, double value)
    {
        if (double.IsFinite(value))
        {
            page.Append(CultureInfo.InvariantCulture, $"<div><dt>{name}</dt><dd>{value:F3}</dd></div>\n");
        }
    }
}
