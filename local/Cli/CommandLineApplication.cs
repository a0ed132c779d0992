using System.CommandLine;
using System.CommandLine.Help;
using Spectre.Console;
using StreamPlatform.Local.Cli.Commands;
using StreamPlatform.Local.Cli.Usage;

namespace StreamPlatform.Local.Cli;

/// <summary>The <c>stream</c> command: parses, runs one command, and turns failures into a sentence and an exit code.</summary>
internal static class CommandLineApplication
{
    public static RootCommand Create()
    {
        var root = new RootCommand(
            """
            From upload to playback on one machine. Start with: stream publish

            Exit codes: 0 done; 1 something on this machine or in the platform failed; 2 the command line is wrong; 3 the platform
            works and said no (a file was refused, a check found defects, nothing runs); 130 stopped by a signal.
            """)
        {
            PublishCommand.Create(),
            UpCommand.Create(),
            StatusCommand.Create(),
            ApproveCommand.Create(),
            PlanCommand.Create(),
            DefaultsCommand.Create(),
            PopularCommand.Create(),
            CheckCommand.Create(),
            TraceCommand.Create(),
            DoctorCommand.Create(),
            BackupCommand.Create(),
            RestoreCommand.Create(),
            TestCommand.Create(),
            BenchCommand.Create(),
        };
        root.Options.Add(CommonOptions.Verbose);
        root.Options.OfType<HelpOption>().Single().Description = "Show this help.";
        root.Options.OfType<VersionOption>().Single().Description = "Show the version.";
        return root;
    }

    public static async Task<int> RunAsync(string[] args, CancellationToken ct)
    {
        var parsed = Create().Parse(args is [] or ["help", ..] ? [.. args.Skip(1), "--help"] : args);
        var configuration = new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };
        if (Mistake.In(parsed) is { } mistake)
        {
            var people = Terminal.ForPrograms.People;
            people.WriteLine(mistake);
            people.WriteLine($"See: {string.Join(' ', Path(parsed.CommandResult))} --help");
            return ExitCodes.Usage;
        }

        try
        {
            return await parsed.InvokeAsync(configuration, ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            return ExitCodes.Interrupted;
        }
        catch (Exception exception)
        {
            return Tell(exception, parsed.GetValue(CommonOptions.Verbose));
        }
    }

    private static IEnumerable<string> Path(System.CommandLine.Parsing.CommandResult command) =>
        command.Parent is System.CommandLine.Parsing.CommandResult parent ? [.. Path(parent), command.Command.Name] : ["stream"];

    private static int Tell(Exception exception, bool verbose)
    {
        var people = Terminal.ForPrograms.People;
        var failure = exception as CommandFailure;
        people.MarkupLineInterpolated($"[red]{FailureText.Of(exception)}[/]");
        if (verbose)
        {
            people.WriteException(exception, ExceptionFormats.ShortenEverything);
        }
        else if (failure is null)
        {
            people.MarkupLine("[grey]Add --verbose to see where it happened.[/]");
        }

        return failure?.ExitCode ?? ExitCodes.Fault;
    }
}
