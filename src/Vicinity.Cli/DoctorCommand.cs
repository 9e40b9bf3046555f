using System.CommandLine;

namespace Vicinity.Cli;

/// <summary><c>vicinity doctor INPUT [MAP]</c>, and <c>vicinity doctor RUN</c>.</summary>
internal static class DoctorCommand
{
    public const string Name = "doctor";

    public static Command Build()
    {
        Command command = new(Name, "Says whether data is fit to be mapped, and whether a map of it may be believed; INPUT may also be the folder of a run.");
        InputFlags input = new();
        DoctorFlags doctor = new();
        MapFlags map = new();
        input.AddTo(command);
        doctor.AddTo(command);
        map.AddTo(command);
        command.SetAction(parsed =>
        {
            DoctorVisit visit = new(input.Read(parsed) with { AllowsGaps = true }, doctor.Map(parsed), map.Read(parsed), doctor.IsDeep(parsed));
            string? page = doctor.Report(parsed) is { } path ? Path.GetFullPath(path) : null;
            OutputFiles files = new(page is null ? [] : [page]);
            files.Check([.. visit.Inputs.Where(File.Exists)]);
            using Interrupt interrupt = new();
            DoctorResult result = Directory.Exists(visit.File.Path) && visit.MapPath is null
                ? RunVisit.Run(visit.File.Path, visit.IsDeep, interrupt.Token)
                : visit.Run(interrupt.Token);
            Console.Out.Write(doctor.Json(parsed) ? DoctorJson.Text(result) : DoctorText.Of(result));
            if (page is not null)
            {
                AtomicFile.Write(page, stream => DoctorPage.Write(result, stream));
            }

            return result.Report.Worst >= doctor.FailOn(parsed) ? ExitCode.Findings : ExitCode.Success;
        });
        return command;
    }
}
