using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using StreamPlatform.EndToEnd.Tests.Faults;

namespace StreamPlatform.EndToEnd.Tests;

/// <summary>
/// A platform of its own: <c>./stream up</c> on a free port with a data folder that goes with it. It is driven as anyone
/// would drive it: by the command line and over HTTP.
/// </summary>
internal sealed class Platform : IAsyncDisposable
{
    private readonly Dictionary<string, string> _environment;
    private Process? _process;
    private Task _drained = Task.CompletedTask;

    private Platform(string folder, int port, Dictionary<string, string> environment) =>
        (Folder, Port, _environment) = (folder, port, environment);

    /// <summary>Scratch of this platform: its data folder is <c>data</c> below it.</summary>
    public string Folder { get; }

    public string Data => Path.Combine(Folder, "data");
    public string Scratch => Path.Combine(Data, "scratch");
    public string TemporaryFiles => Path.Combine(Folder, "tmp");
    public int Port { get; }
    public Uri Url => new($"http://localhost:{Port}");
    public int ProcessId => _process?.Id ?? throw new InvalidOperationException("The platform is not running.");

    /// <summary>Assets that a test broke on purpose. All others have to be without defect when the platform ends.</summary>
    public HashSet<string> Broken { get; } = [];

    public static async Task<Platform> StartAsync(params (string Name, string Value)[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("stream-e2e-").FullName;
        var platform = new Platform(folder, FreePort(), settings.ToDictionary(setting => setting.Name, setting => setting.Value));
        try
        {
            await platform.ServeAsync();
            return platform;
        }
        catch
        {
            await platform.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts the process and waits until it serves; one that doesn't come to serve is killed.</summary>
    public async Task ServeAsync()
    {
        Launch();
        try
        {
            await AnswersAsync();
        }
        catch
        {
            await KillAsync();
            throw;
        }
    }

    private async Task AnswersAsync()
    {
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        await Eventually.HoldsAsync(
            async () =>
            {
                if (_process!.HasExited)
                    throw new InvalidOperationException($"stream up ended with {_process.ExitCode}: {ReadLog()}");
                try
                {
                    return (await client.GetAsync(new Uri(Url, "/api/account"))).StatusCode == HttpStatusCode.Unauthorized;
                }
                catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException or SocketException)
                {
                    return false;
                }
            },
            TimeSpan.FromSeconds(90),
            "the platform answers");
    }

    /// <summary>Starts the process, whatever becomes of it.</summary>
    public void Launch()
    {
        _environment["TMPDIR"] = Directory.CreateDirectory(TemporaryFiles).FullName;
        _process = CommandLine.Start(Repository.StreamCommand, ["up", "--port", $"{Port}", "--data", Data], _environment);
        _drained = DrainAsync(_process.StandardOutput, _process.StandardError, _drained);
    }

    /// <summary><c>kill -9</c> of the platform's process; its job processes are expected to die with it.</summary>
    public async Task KillAsync()
    {
        // Of a process that has ended already nothing is left to kill.
        _process!.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    /// <summary>The owner's key, as the first start keeps it in the data folder.</summary>
    public string ApiKey => File.ReadAllText(Path.Combine(Data, "keys", "api-key")).Trim();

    /// <summary>The operator's key, which opens the host's own pages.</summary>
    public string MasterKey
    {
        get
        {
            using var keys = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Data, "keys", "host.json")));
            return keys.RootElement.GetProperty("master").GetString()!;
        }
    }

    public HttpClient CreateClient()
    {
        var client = new HttpClient { BaseAddress = Url };
        client.DefaultRequestHeaders.Authorization = new("Bearer", ApiKey);
        return client;
    }

    /// <summary>Publishes files through the running platform by the command line.</summary>
    public async Task<(int ExitCode, IReadOnlyList<Published> Files)> PublishAsync(params string[] files)
    {
        var run = await CommandLine.RunAsync(
            Repository.StreamCommand,
            ["publish", "--once", "--json", "--data", Data, .. files],
            TimeSpan.FromMinutes(8),
            _environment);
        Assert.True(run.Output.Length > 0, run.Errors);
        return (run.ExitCode, Published.Parse(run.Output));
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_process is { HasExited: false })
                await PublishedCheck.AllPassAsync(this);
        }
        finally
        {
            await StopAsync();
        }
    }

    private async Task StopAsync()
    {
        if (_process is { HasExited: false })
            await EndAsync(_process);
        await StopStorageAsync();
        await _drained;
        _process?.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    /// <summary>A platform that doesn't end when it is told to fails its test, and is gone all the same.</summary>
    private static async Task EndAsync(Process process)
    {
        using var _ = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        finally
        {
            process.Kill();
        }
    }

    /// <summary>Storage outlives a platform that was killed: here is nobody who would start that again.</summary>
    private async Task StopStorageAsync()
    {
        foreach (var (id, _) in ProcessTree.All().Where(process => process.Command.Contains(Path.Combine(Data, "azurite"), StringComparison.Ordinal)))
        {
            ProcessTree.Kill(id);
            await Eventually.HoldsAsync(() => Task.FromResult(!ProcessTree.IsAlive(id)), TimeSpan.FromSeconds(5), "storage ends");
        }
    }

    public string ReadLog()
    {
        using var stream = new FileStream(Path.Combine(Folder, "up.log"), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private async Task DrainAsync(StreamReader output, StreamReader errors, Task former)
    {
        await former;
        await using var log = File.AppendText(Path.Combine(Folder, "up.log"));
        await Task.WhenAll(DrainAsync(output, log), DrainAsync(errors, log));
    }

    private static async Task DrainAsync(StreamReader from, StreamWriter to)
    {
        while (await from.ReadLineAsync() is { } line)
            lock (to)
            {
                to.WriteLine(line);
                to.Flush();
            }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
