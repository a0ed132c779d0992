using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace StreamPlatform.Local.Host.Azurite;

/// <summary>
/// Runs Azurite for a data folder. It is detached: when we are killed it lives on, keeps what it holds only in memory
/// (its index is written every 5 s), and is found again at our next start. At an ordinary stop it gets SIGTERM, which
/// makes it write everything. Its own crash can lose the last seconds; the triggers' slow scans make up for lost events.
/// </summary>
internal sealed class AzuriteSupervisor(DataFolder data, string nodeModules, TimeProvider time, ILogger logger)
{
    public const string Account = "devstoreaccount1";

    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(20);
    private AzuriteProcess? _process;

    public string LogFile => Path.Combine(data.Azurite, "access.log");

    public string Key { get; } = Convert.ToBase64String(SecretFile.ReadOrMake(AzuriteProcess.KeyFile(data), 64));

    public Uri BlobEndpoint => new($"http://127.0.0.1:{Running.BlobPort}/{Account}");

    public string ConnectionString => Running.ConnectionString(Key);

    private AzuriteProcess Running => _process ?? throw new InvalidOperationException("Azurite isn't started.");

    private string RecordFile => AzuriteProcess.RecordFile(data);

    /// <summary>Takes over the Azurite that runs for the folder, or starts one; returns once it answers.</summary>
    /// <exception cref="InvalidOperationException">It isn't installed, or doesn't start; the message says what to do.</exception>
    public async Task StartAsync(CancellationToken cancellation)
    {
        if (AzuriteProcess.Read(RecordFile) is { IsRunning: true } former)
        {
            _process = former;
            await AwaitAnswerAsync(cancellation);
            logger.AzuriteFound(former.Pid, former.BlobPort);
            return;
        }

        var script = Path.Combine(nodeModules, "azurite", "dist", "src", "azurite.js");
        if (!File.Exists(script))
            throw new InvalidOperationException($"Azurite isn't installed in {nodeModules}: run 'npm ci' in the repository.");

        var ports = FreePorts(3);
        using var process = Process.Start(StartInfo(script, ports))!;
        _process = new AzuriteProcess(process.Id, ProcessFacts.StartTicks(process.Id) ?? 0, ports[0], ports[1], ports[2]);
        await File.WriteAllBytesAsync(RecordFile, JsonSerializer.SerializeToUtf8Bytes(_process), cancellation);
        await AwaitAnswerAsync(cancellation);
        logger.AzuriteStarted(_process.Pid, _process.BlobPort);
    }

    /// <summary>Asks it to write everything and end, and waits until it has.</summary>
    public async Task StopAsync()
    {
        if (_process is not { } process)
            return;
        _process = null;
        if (ProcessFacts.StartTicks(process.Pid) == process.StartTicks)
        {
            Native.Terminate(process.Pid);
            var began = time.GetTimestamp();
            while (ProcessFacts.StartTicks(process.Pid) == process.StartTicks && time.GetElapsedTime(began) < StopLimit)
                await Task.Delay(20);
        }

        File.Delete(RecordFile);
    }

    /// <summary>
    /// <c>setsid</c> takes it out of our session, so that neither Ctrl-C nor our death reaches it. Its output is appended
    /// to a file: a pipe would break with us.
    /// </summary>
    private ProcessStartInfo StartInfo(string script, int[] ports)
    {
        var start = new ProcessStartInfo("setsid") { WorkingDirectory = data.Azurite };
        string[] arguments =
        [
            "sh", "-c", """exec "$@" >> "$AZURITE_LOG" 2>&1 < /dev/null""", "azurite",
            "node", script, "--location", data.Azurite, "--skipApiVersionCheck", "--disableTelemetry", "--disableProductStyleUrl",
            "--blobHost", "127.0.0.1", "--blobPort", Text(ports[0]), "--blobKeepAliveTimeout", "120",
            "--queueHost", "127.0.0.1", "--queuePort", Text(ports[1]), "--queueKeepAliveTimeout", "120",
            "--tableHost", "127.0.0.1", "--tablePort", Text(ports[2]),
        ];
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        start.Environment["AZURITE_ACCOUNTS"] = $"{Account}:{Key}";
        start.Environment["AZURITE_LOG"] = LogFile;
        start.Environment.Remove("NODE_OPTIONS");
        return start;

        static string Text(int port) => port.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    private async Task AwaitAnswerAsync(CancellationToken cancellation)
    {
        var began = time.GetTimestamp();
        foreach (var port in new[] { Running.BlobPort, Running.QueuePort })
        {
            while (!await ListensAsync(port, cancellation))
            {
                if (ProcessFacts.StartTicks(Running.Pid) != Running.StartTicks || time.GetElapsedTime(began) > StartLimit)
                    throw new InvalidOperationException($"Azurite doesn't answer on port {port}; its log is {LogFile}.");
                await Task.Delay(TimeSpan.FromMilliseconds(20), time, cancellation);
            }
        }
    }

    private static async Task<bool> ListensAsync(int port, CancellationToken cancellation)
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, port, cancellation);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    /// <summary>Ports that were free a moment ago, all different because they are held together.</summary>
    private static int[] FreePorts(int count)
    {
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToList();
        try
        {
            return [.. listeners.Select(listener =>
            {
                listener.Start();
                return ((IPEndPoint)listener.LocalEndpoint).Port;
            })];
        }
        finally
        {
            listeners.ForEach(listener => listener.Dispose());
        }
    }
}
