using System.CommandLine;
using Spectre.Console;
using StreamPlatform.Local.Cli.Api;
using StreamPlatform.Local.Cli.Composition;
using StreamPlatform.Local.Host;

namespace StreamPlatform.Local.Cli.Commands;

/// <summary><c>stream status</c>: whether a platform runs on the data folder, and its newest videos.</summary>
internal static class StatusCommand
{
    private const int Newest = 10;

    public static Command Create()
    {
        var data = CommonOptions.Data();
        var command = new Command("status", "Show whether the platform runs, where, and its newest videos. Exit code 3 when it does not run.") { data };
        command.SetAction((parsed, ct) => RunAsync(CommonOptions.DataFolder(parsed, data), Terminal.Standard, ct));
        return command;
    }

    internal static async Task<int> RunAsync(string dataFolder, Terminal terminal, CancellationToken ct)
    {
        if (!Directory.Exists(dataFolder) || RuntimeFile.ReadRunning(new DataFolder(dataFolder)) is not { } runtime)
        {
            terminal.People.WriteLine($"No platform runs on {dataFolder}.");
            return ExitCodes.Rejected;
        }

        terminal.People.WriteLine($"Running at {runtime.PublicUrl} (process {runtime.Pid}) since {runtime.Started:u}, on {dataFolder}.");
        using var api = new PlatformApi(runtime.LocalUrl, FirstKey.Read(dataFolder), TimeProvider.System);
        var assets = await api.ListAssetsAsync(Newest, ct);
        var table = new Table().Border(TableBorder.None).AddColumns("status", "title", "watch");
        foreach (var asset in assets)
        {
            table.AddRow(new Text(asset.Status), new Text(asset.Title), new Text(asset.Failure?.Message ?? asset.WatchUrl ?? ""));
        }

        if (assets.Count > 0)
        {
            terminal.People.Write(table);
        }

        return ExitCodes.Success;
    }
}
