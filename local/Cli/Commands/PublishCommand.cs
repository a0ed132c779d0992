using System.CommandLine;
using Spectre.Console;
using StreamPlatform.Domain.Processing.Profiles;
using StreamPlatform.Local.Cli.Api;
using StreamPlatform.Local.Cli.Composition;
using StreamPlatform.Local.Cli.Machine;
using StreamPlatform.Local.Cli.Publishing;

namespace StreamPlatform.Local.Cli.Commands;

/// <summary><c>stream publish</c>: from files on disk to something to watch.</summary>
internal static class PublishCommand
{
    public static Command Create()
    {
        var files = new Argument<string[]>("file") { Description = "Videos to publish: files here, or URLs of files on the web. Default: a sample clip that is made for it.", Arity = ArgumentArity.ZeroOrMore };
        var title = new Option<string?>("--title") { Description = "Title of what is published. Default: the file's name.", HelpName = "T" };
        var once = new Option<bool>("--once") { Description = "End when every file is ready or refused, instead of serving until Ctrl-C." };
        var json = new Option<bool>("--json") { Description = "Print one JSON object a file to standard output, everything else to standard error." };
        var data = CommonOptions.Data();
        var command = new Command(
            "publish",
            "Publish videos: upload them, follow the work, print where to watch. Starts the platform if none runs.")
        {
            files, title, once, json, data,
        };
        var encoding = new EncodingOptions(command);
        var watermark = new WatermarkOptions(command);
        command.SetAction((parsed, ct) => RunAsync(
            new(
                [.. (parsed.GetValue(files) ?? []).Select(file => FilePublisher.IsUrl(file) ? file : Path.GetFullPath(file))],
                parsed.GetValue(title),
                encoding.Read(parsed),
                watermark.Read(parsed),
                parsed.GetValue(once),
                parsed.GetValue(json),
                new PlatformOptions { DataFolder = CommonOptions.DataFolder(parsed, data), Verbose = parsed.GetValue(CommonOptions.Verbose) }),
            ct));
        return command;
    }

    private static async Task<int> RunAsync(PublishRequest request, CancellationToken ct)
    {
        var terminal = request.Json ? Terminal.ForPrograms : Terminal.Standard;
        var missing = request.Files.Select(FilePublisher.WhyNotThere).OfType<CommandFailure>().ToList();
        if (missing.Count > 0 && missing.Count == request.Files.Count)
        {
            // A slip of the pen: nothing to start a platform for.
            return await ShowAsync(request, request.Files, missing.ConvertAll(why => PublishedFile.Fault(null, why)), terminal);
        }

        try
        {
            await new Setup(Checkout.Current, terminal.People).ForPlatformAsync(ct);
            await using var platform = await PlatformSession.OpenAsync(request.Platform, terminal.People, ct);
            var code = await PublishAsync(request, platform, terminal, ct);
            if (!request.Once && platform.Own)
            {
                terminal.People.MarkupLineInterpolated($"[grey]Serving at {platform.Url}. Ctrl-C stops.[/]");
                await platform.WaitForEndAsync(ct);
            }

            return code;
        }
        catch (Exception exception) when (request.Json && !ct.IsCancellationRequested)
        {
            // One object a file, whatever happens.
            foreach (var _ in request.Files.DefaultIfEmpty())
            {
                await terminal.Results.WriteLineAsync(PublishedFile.Fault(null, exception).ToJson());
            }

            throw;
        }
    }

    private static async Task<int> PublishAsync(PublishRequest request, PlatformSession platform, Terminal terminal, CancellationToken ct)
    {
        var files = request.Files.Count > 0
            ? request.Files
            : [await SampleClip.MakeAsync(Path.Combine(request.Platform.DataFolder, "scratch"), ct)];
        using var api = new PlatformApi(platform.LocalUrl, platform.ApiKey, TimeProvider.System);
        var encoding = request.Watermark is not { } watermark ? request.Encoding : request.Encoding with { Watermark = await watermark.RegisterAsync(api, ct) };
        var results = !request.Json && terminal.People.Profile.Capabilities.Interactive
            ? await BarDisplay.RunAsync(terminal.People, display => PublishAllAsync(display))
            : await PublishAllAsync(new PlainDisplay(terminal.People));
        return await ShowAsync(request, files, results, terminal);

        Task<PublishedFile[]> PublishAllAsync(IPublishDisplay display)
        {
            var publisher = new FilePublisher(api, display, TimeProvider.System);
            return Task.WhenAll(files.Select(file => publisher.PublishAsync(file, request.Title, encoding == EncodingChoice.Default ? null : encoding, ct)));
        }
    }

    private static async Task<int> ShowAsync(PublishRequest request, IReadOnlyList<string> files, IReadOnlyList<PublishedFile> results, Terminal terminal)
    {
        for (var i = 0; i < files.Count; i++)
        {
            if (request.Json)
            {
                await terminal.Results.WriteLineAsync(results[i].ToJson());
            }
            else
            {
                Outcome.Show(terminal.People, files[i], results[i]);
            }
        }

        // A fault outweighs a refusal, and a refusal success.
        var codes = results.Select(result => result.ExitCode).ToHashSet();
        return codes.Contains(ExitCodes.Fault) ? ExitCodes.Fault : codes.Max();
    }

    private sealed record PublishRequest(IReadOnlyList<string> Files, string? Title, EncodingChoice Encoding, ChosenWatermark? Watermark, bool Once, bool Json, PlatformOptions Platform);
}
