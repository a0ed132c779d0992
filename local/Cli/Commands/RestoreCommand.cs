using System.CommandLine;
using Spectre.Console;
using StreamPlatform.Local.Cli.Backup;

namespace StreamPlatform.Local.Cli.Commands;

/// <summary><c>stream restore</c>: makes a data folder from a backup.</summary>
internal static class RestoreCommand
{
    public static Command Create()
    {
        var backup = new Argument<string>("backup") { Description = "A folder that stream backup made." };
        var data = CommonOptions.Data();
        var command = new Command("restore", "Make a data folder from a backup. A data folder that has something in it is refused.") { backup, data };
        command.SetAction((parsed, ct) => Run(Path.GetFullPath(parsed.GetValue(backup)!), CommonOptions.DataFolder(parsed, data), Terminal.Standard, ct));
        return command;
    }

    private static Task<int> Run(string backup, string dataFolder, Terminal terminal, CancellationToken ct)
    {
        var manifest = DataRestore.Run(backup, dataFolder, ct);
        terminal.People.WriteLine($"Restored {manifest.Files.Count} files of {manifest.CreatedAt:u} to {dataFolder}. Start it with: stream up --data {dataFolder}");
        return Task.FromResult(ExitCodes.Success);
    }
}
