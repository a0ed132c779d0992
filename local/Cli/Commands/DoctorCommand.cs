using System.CommandLine;
using Spectre.Console;
using StreamPlatform.Local.Cli.Machine;

namespace StreamPlatform.Local.Cli.Commands;

/// <summary><c>stream doctor</c>: what is installed, what is missing, what to do.</summary>
internal static class DoctorCommand
{
    public static Command Create()
    {
        var data = CommonOptions.Data();
        var command = new Command("doctor", "Show what is installed and what is missing on this machine, and what to do about it.") { data };
        command.SetAction((parsed, ct) => RunAsync(new Doctor(Checkout.Current), CommonOptions.DataFolder(parsed, data), Terminal.Standard, ct));
        return command;
    }

    internal static async Task<int> RunAsync(Doctor doctor, string dataFolder, Terminal terminal, CancellationToken ct) =>
        Show(await doctor.ExamineAsync(dataFolder, ct), terminal.People);

    /// <summary>The findings as a table; fails when something needed is missing.</summary>
    internal static int Show(IReadOnlyList<Finding> findings, IAnsiConsole people)
    {
        var table = new Table().Border(TableBorder.None).HideHeaders().AddColumns("", "", "");
        foreach (var finding in findings)
        {
            var mark = finding.State switch
            {
                FindingState.Good => "[green]✓[/]",
                FindingState.Warning => "[yellow]![/]",
                _ => "[red]✗[/]",
            };
            table.AddRow(new Markup(mark), new Text(finding.Name), new Text(finding.Remedy is null ? finding.Detail : $"{finding.Detail}. {finding.Remedy}"));
        }

        people.Write(table);
        var missing = findings.Count(finding => finding.State == FindingState.Missing);
        people.WriteLine(missing == 0 ? "Ready to run." : $"{missing} missing. As root, stream publish installs what apt-get has.");
        return missing == 0 ? ExitCodes.Success : ExitCodes.Fault;
    }
}
