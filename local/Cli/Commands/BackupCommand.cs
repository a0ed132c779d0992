using System.CommandLine;
using System.Globalization;
using Spectre.Console;
using StreamPlatform.Local.Cli.Backup;
using StreamPlatform.Local.Cli.Composition;

namespace StreamPlatform.Local.Cli.Commands;

/// <summary><c>stream backup</c>: copies everything the platform keeps, while it runs.</summary>
internal static class BackupCommand
{
    public static Command Create()
    {
        var target = new Argument<string?>("folder") { Description = "A new folder for the backup. Default: stream-backup-TIME in the current folder.", Arity = ArgumentArity.ZeroOrOne };
        var data = CommonOptions.Data();
        var command = new Command("backup", "Copy everything the platform keeps into a new folder, also while it runs.") { target, data };
        command.SetAction((parsed, ct) => RunAsync(CommonOptions.DataFolder(parsed, data), parsed.GetValue(target), Terminal.Standard, ct));
        return command;
    }

    private static async Task<int> RunAsync(string dataFolder, string? target, Terminal terminal, CancellationToken ct)
    {
        var clock = TimeProvider.System;
        target = Path.GetFullPath(target ?? string.Create(CultureInfo.InvariantCulture, $"stream-backup-{clock.GetUtcNow():yyyyMMdd-HHmmss}"));
        var manifest = await new DataBackup(clock).WriteAsync(dataFolder, target, RunningStorage.Find(dataFolder), ct);
        var megabytes = (manifest.Files.Sum(file => file.Bytes) / 1e6).ToString("0.0", CultureInfo.InvariantCulture);
        terminal.People.WriteLine($"Backed up {manifest.Files.Count} files, {megabytes} MB, to {target}. It holds keys: keep it as safe as the data folder.");
        return ExitCodes.Success;
    }
}
