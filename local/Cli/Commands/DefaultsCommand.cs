using System.CommandLine;
using System.Globalization;
using StreamPlatform.Domain.Processing.Profiles;
using StreamPlatform.Local.Cli.Api;
using StreamPlatform.Local.Cli.Composition;

namespace StreamPlatform.Local.Cli.Commands;

/// <summary><c>stream defaults</c>: what uploads get that say nothing.</summary>
internal static class DefaultsCommand
{
    public static Command Create()
    {
        var clear = new Option<bool>("--clear") { Description = "Leave what is not given here to the platform again." };
        var data = CommonOptions.Data();
        var command = new Command("defaults", "Show or set how uploads are encoded that say nothing; what is there already stays as it is.") { clear, data };
        var encoding = new EncodingOptions(command, ofOneFile: false);
        var watermark = new WatermarkOptions(command);
        command.SetAction((parsed, ct) => RunAsync(
            encoding.Read(parsed), watermark.Read(parsed), parsed.GetValue(clear), CommonOptions.DataFolder(parsed, data), Terminal.Standard, ct));
        return command;
    }

    private static async Task<int> RunAsync(EncodingChoice given, ChosenWatermark? watermark, bool clear, string dataFolder, Terminal terminal, CancellationToken ct)
    {
        using var api = RunningPlatform.Api(dataFolder);
        var (defaults, etag) = await api.GetDefaultsAsync(ct);
        if (clear || watermark is not null || given != EncodingChoice.Default)
        {
            var before = clear ? EncodingChoice.Default : defaults;
            defaults = await api.PutDefaultsAsync(
                before with
                {
                    Profile = given.Profile ?? before.Profile,
                    CostCap = given.CostCap ?? before.CostCap,
                    Watermark = watermark is null ? before.Watermark : await watermark.RegisterAsync(api, ct),
                },
                etag,
                ct);
        }

        await terminal.Results.WriteLineAsync($"profile    {defaults.Profile ?? "the platform's"}");
        await terminal.Results.WriteLineAsync($"cost cap   {(defaults.CostCap is { } cap ? string.Create(CultureInfo.InvariantCulture, $"${cap}") : "the platform's")}");
        await terminal.Results.WriteLineAsync($"watermark  {(defaults.Watermark is { } image ? $"{image.Image[..12]}…, {image.Corner}" : "none")}");
        return ExitCodes.Success;
    }
}
