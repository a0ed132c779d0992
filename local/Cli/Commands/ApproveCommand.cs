using System.CommandLine;
using Spectre.Console;
using StreamPlatform.Local.Cli.Api;
using StreamPlatform.Local.Cli.Composition;

namespace StreamPlatform.Local.Cli.Commands;

/// <summary><c>stream approve</c>: the owner's yes to what a video costs.</summary>
internal static class ApproveCommand
{
    public static Command Create()
    {
        var asset = new Argument<string>("asset") { Description = "The id of an asset of the running platform." };
        var data = CommonOptions.Data();
        var command = new Command("approve", "Say yes to a video that is expected to cost more than its cap. Exit code 3 when there is nothing to approve.") { asset, data };
        command.SetAction((parsed, ct) => RunAsync(parsed.GetValue(asset)!, CommonOptions.DataFolder(parsed, data), Terminal.Standard, ct));
        return command;
    }

    private static async Task<int> RunAsync(string assetId, string dataFolder, Terminal terminal, CancellationToken ct)
    {
        using var api = RunningPlatform.Api(dataFolder);
        var asset = await api.ApproveAsync(assetId, ct);
        terminal.People.WriteLine($"{asset.Title} is being made.");
        return ExitCodes.Success;
    }
}
