using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using StreamPlatform.Local.Cli.Composition;
using StreamPlatform.Local.Cli.Machine;

namespace StreamPlatform.Local.Cli.Commands;

/// <summary><c>stream up</c>: runs the platform until Ctrl-C.</summary>
internal static class UpCommand
{
    public static Command Create()
    {
        var port = new Option<int>("--port")
        {
            Description = "The one port that everything is served on.",
            HelpName = "PORT",
            DefaultValueFactory = _ => PlatformOptions.DefaultPort,
            CustomParser = ParsePort,
        };
        var publicUrl = new Option<string?>("--public-url")
        {
            Description = "What upload and playback URLs begin with, so that other machines can upload and watch, such as https://video.example. Default: this machine as it sees itself.",
            HelpName = "URL",
        };
        publicUrl.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && !(Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"))
            {
                result.AddError("--public-url takes a whole http or https URL, such as https://video.example.");
            }
        });
        var data = CommonOptions.Data();
        var command = new Command("up", "Run the platform until Ctrl-C.") { port, publicUrl, data };
        command.SetAction((parsed, ct) => RunAsync(
            new PlatformOptions
            {
                DataFolder = CommonOptions.DataFolder(parsed, data),
                Port = parsed.GetValue(port),
                PublicUrl = parsed.GetValue(publicUrl) is { } url ? new Uri(url) : null,
                Verbose = parsed.GetValue(CommonOptions.Verbose),
            },
            Terminal.Standard,
            ct));
        return command;
    }

    private static int ParsePort(ArgumentResult given)
    {
        if (int.TryParse(given.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= 65535)
        {
            return port;
        }

        given.AddError("--port takes a number from 0 (any free port) to 65535.");
        return 0;
    }

    private static async Task<int> RunAsync(PlatformOptions options, Terminal terminal, CancellationToken ct)
    {
        await new Setup(Checkout.Current, terminal.People).ForPlatformAsync(ct);
        await using var platform = await PlatformSession.StartAsync(options, terminal.People, ct);
        terminal.People.Profile.Out.Writer.WriteLine(
            $"""
            Serving at {platform.Url}
              upload page   {new Uri(platform.Url, "/upload")}
              API           {new Uri(platform.Url, "/api/")}
              data folder   {options.DataFolder}
            Ctrl-C stops.
            """);
        await platform.WaitForEndAsync(ct);
        return ExitCodes.Success;
    }
}
