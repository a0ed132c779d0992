using System.CommandLine;
using System.Globalization;
using Spectre.Console;
using StreamPlatform.Local.Cli.Api;
using StreamPlatform.Local.Host;

namespace StreamPlatform.Local.Cli.Commands;

/// <summary><c>stream popular</c>: has titles that are watched a lot encoded better, where that pays.</summary>
internal static class PopularCommand
{
    public static Command Create()
    {
        var titles = new Argument<string[]>("title") { Description = "ASSET=VIEWS: how often it was watched in the window.", Arity = ArgumentArity.OneOrMore };
        var days = new Option<double>("--days") { Description = "Length of the window in which views were counted. Default: 1.", HelpName = "N", DefaultValueFactory = _ => 1 };
        var data = CommonOptions.Data();
        titles.Validators.Add(result =>
        {
            if (result.Tokens.FirstOrDefault(token => Parse(token.Value, 1) is null) is { } wrong)
            {
                result.AddError($"'{wrong.Value}' is not ASSET=VIEWS, such as asset_abc=1200.");
            }
        });
        var command = new Command("popular", "Encode titles better that are watched so often that it pays: which, and why, is told for each.") { titles, days, data };
        command.SetAction((parsed, ct) => RunAsync(
            CommonOptions.DataFolder(parsed, data), [.. parsed.GetValue(titles)!.Select(title => Parse(title, parsed.GetValue(days))!)], Terminal.Standard, ct));
        return command;
    }

    internal static TitleViews? Parse(string text, double days) =>
        text.Split('=') is [{ Length: > 0 } asset, var number] && double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var views)
            ? new TitleViews(asset, views, days)
            : null;

    private static async Task<int> RunAsync(string dataFolder, IReadOnlyList<TitleViews> titles, Terminal terminal, CancellationToken ct)
    {
        if (!Directory.Exists(dataFolder) || RuntimeFile.ReadRunning(new DataFolder(dataFolder)) is not { } runtime)
        {
            terminal.People.WriteLine($"No platform runs on {dataFolder}.");
            return ExitCodes.Rejected;
        }

        using var api = new OperatorApi(runtime.LocalUrl, dataFolder);
        foreach (var decision in await api.ReencodePopularAsync(titles, ct))
        {
            await terminal.Results.WriteLineAsync($"{decision.AssetId} {(decision.Started ? "started" : "left")}: {decision.Why}");
        }

        return ExitCodes.Success;
    }
}
