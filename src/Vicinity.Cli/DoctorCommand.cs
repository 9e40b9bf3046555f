using System.CommandLine;

namespace Vicinity.Cli;

/// <summary><c>vicinity doctor INPUT [MAP]</c>.</summary>
internal static class DoctorCommand
{
    public const string Name = "doctor";

    public static Command Build()
    {
        Command command = new(Name, "Says whether data is fit to be mapped, and whether a map of it may be believed.");
        InputFlags input = new();
        DoctorFlags doctor = new();
        MapFlags map = new();
        input.AddTo(command);
        doctor.AddTo(command);
        map.AddTo(command);
        command.SetAction(parsed =>
        {
            DoctorVisit visit = new(input.Read(parsed) with { AllowsGaps = true }, doctor.Map(parsed), map.Read(parsed), doctor.IsDeep(parsed));
            string? page = doctor.Report(parsed);
            OutputFiles files = new(page is null ? [] : [page]);
            files.Check([.. visit.Inputs]);
            using Interrupt interrupt = new();
            DoctorResult result = visit.Run(interrupt.Token);
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
