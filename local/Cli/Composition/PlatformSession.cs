using Spectre.Console;
using StreamPlatform.Domain.Live;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Functions;
using StreamPlatform.Local.Cli.Machine;
using StreamPlatform.Local.Cli.Tracing;
using StreamPlatform.Local.Host;
using StreamPlatform.Media.Tools;
using StreamPlatform.Orchestrations.Processing;

namespace StreamPlatform.Local.Cli.Composition;

/// <summary>A platform to talk to: one that runs on the data folder already, or our own in this process, which ends with us.</summary>
internal sealed class PlatformSession : IAsyncDisposable
{
    private readonly FunctionsHost? _host;
    private readonly RuntimeFile _runtime;

    private PlatformSession(RuntimeFile runtime, string apiKey, FunctionsHost? host) => (_runtime, ApiKey, _host) = (runtime, apiKey, host);

    /// <summary>The address that others use.</summary>
    public Uri Url => _runtime.PublicUrl;

    /// <summary>The address on this machine.</summary>
    public Uri LocalUrl => _runtime.LocalUrl;

    public string ApiKey { get; }

    /// <summary>True when it runs in this process.</summary>
    public bool Own => _host is not null;

    /// <summary>The running platform of the data folder, or a new one.</summary>
    public static async Task<PlatformSession> OpenAsync(PlatformOptions options, IAnsiConsole people, CancellationToken ct)
    {
        try
        {
            if (Directory.Exists(options.DataFolder) && RuntimeFile.ReadRunning(new DataFolder(options.DataFolder)) is { } running)
            {
                return new(running, FirstKey.Read(options.DataFolder), null);
            }
        }
        catch (UnauthorizedAccessException denied)
        {
            throw Denied(options, denied);
        }

        return await StartAsync(options, people, ct);
    }

    /// <exception cref="CommandFailure">The port is taken, the data folder is in use, or storage doesn't start.</exception>
    public static async Task<PlatformSession> StartAsync(PlatformOptions options, IAnsiConsole people, CancellationToken ct)
    {
        var isFirst = FirstKey.TryRead(options.DataFolder) is null;
        var port = PortFor(options);
        FunctionsHost host;
        try
        {
            host = await FunctionsHost.StartAsync(
                Settings(options, port),
                [typeof(PlatformServices).Assembly, typeof(ProcessAssetOrchestrator).Assembly],
                composition => PlatformComposition.Compose(composition, options.Verbose),
                ct);
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException)
        {
            throw new CommandFailure("cli.start_failed", exception.Message, exception);
        }
        catch (UnauthorizedAccessException denied)
        {
            throw Denied(options, denied);
        }

        var key = FirstKey.Read(options.DataFolder);
        if (isFirst)
        {
            people.MarkupLine("Your API key, kept in the data folder's [bold]keys/api-key[/]:");
            people.Profile.Out.Writer.WriteLine($"  {key}");
        }

        return new(host.Runtime, key, host);
    }

    public Task WaitForEndAsync(CancellationToken ct) => _host?.WaitForStopAsync(ct) ?? Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }
    }

    private static CommandFailure Denied(PlatformOptions options, UnauthorizedAccessException denied) => new(
        "cli.data_denied", $"This user may not use the data folder {options.DataFolder}: choose another with --data or STREAM_DATA.", denied);

    private static HostSettings Settings(PlatformOptions options, int port)
    {
        var checkout = Checkout.Current;
        var dotnet = Environment.ProcessPath is { } path && Path.GetFileName(path).StartsWith("dotnet", StringComparison.Ordinal) ? path : "dotnet";
        var live = new LiveCompanion(dotnet, checkout.Live, options);
        return new HostSettings
        {
            DataFolder = options.DataFolder,
            NodeModulesFolder = checkout.NodeModules,
            Port = port,
            PublicUrl = options.PublicUrl,
            WebFolder = Directory.Exists(checkout.WebPages) ? checkout.WebPages : null,
            AppSettings = new Dictionary<string, string?>
            {
                ["Transcode:ScratchFolder"] = Path.Combine(options.DataFolder, "scratch"),
                // App settings win over the environment, where an operator may say otherwise.
                ["Accounts:BuiltInIssuer"] = Environment.GetEnvironmentVariable("Accounts__BuiltInIssuer") ?? "true",
                [LiveOptions.IngestSetting] = live.IngestUrl,
                ["Processing:Workers"] = Environment.GetEnvironmentVariable("Processing__Workers") ?? $"{Environment.ProcessorCount}",
            },
            Companion = live.Settings,
            Job = new JobSettings
            {
                Name = "transcoder",
                Queues = WorkQueues.ByPriority,
                UrgentQueue = WorkQueues.High,
                Command = [dotnet, checkout.Transcoder],
                Environment = new Dictionary<string, string?>
                {
                    ["Transcode__ScratchFolder"] = Path.Combine(options.DataFolder, "scratch"),
                    ["Tracing__Folder"] = SpanKeeper.JobFolder(options.DataFolder),
                },
                LeaseSetting = "Transcode__LeaseFile",
                CleanUp = () => Scratch.Sweep(Path.Combine(options.DataFolder, "scratch")),
            },
        };
    }

    /// <summary>Only a port that was asked for by number has to be that one.</summary>
    private static int PortFor(PlatformOptions options)
    {
        var wanted = options.Port ?? PlatformOptions.DefaultPort;
        if (wanted != 0 && !Ports.IsTaken(wanted))
        {
            return wanted;
        }

        if (options.Port is > 0)
        {
            throw new CommandFailure("cli.port_taken", $"Port {wanted} is taken: choose another with --port.");
        }

        return Ports.Free();
    }
}
