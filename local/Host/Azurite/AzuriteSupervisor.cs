using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
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

    /// <summary>Exit code of the shell when an Azurite lives on the folder already.</summary>
    private const int FolderHeld = 75;

    /// <summary>What is left of <c>/proc/self/stat</c> behind the name begins with field 3: the start time, 22, is the 20th.</summary>
    private const string Launch = """
        exec 9>>.lock && flock -n 9 || exit 75
        read -r stat < /proc/$$/stat
        ticks=$(set -- ${stat##*) }; shift 19; echo "$1")
        printf '{"Pid":%s,"StartTicks":%s,%s}' $$ "$ticks" "$AZURITE_PORTS" > "$AZURITE_RECORD.new" && mv "$AZURITE_RECORD.new" "$AZURITE_RECORD" || exit
        exec "$@" >> "$AZURITE_LOG" 2>&1 < /dev/null
        """;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan AnswerLimit = TimeSpan.FromSeconds(5);
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
        var script = Path.Combine(nodeModules, "azurite", "dist", "src", "azurite.js");
        var began = time.GetTimestamp();
        Process? started = null;
        try
        {
            while (true)
            {
                if (AzuriteProcess.Read(RecordFile) is { IsRunning: true } running)
                {
                    _process = running;
                    if (await AnswersAsync(running, cancellation))
                        break;
                }
                else if (started is null || started.HasExited)
                {
                    if (started is not null && started.ExitCode != FolderHeld)
                        throw new InvalidOperationException($"Azurite doesn't start; its log is {LogFile}.");
                    if (!File.Exists(script))
                        throw new InvalidOperationException($"Azurite isn't installed in {nodeModules}: run 'npm ci' in the repository.");
                    started?.Dispose();
                    started = Process.Start(StartInfo(script, FreePorts(3)))!;
                }

                if (time.GetElapsedTime(began) > StartLimit)
                    throw new InvalidOperationException($"Azurite doesn't answer; its log is {LogFile}.");
                await Task.Delay(Pause, time, cancellation);
            }

            if (started is null)
                logger.AzuriteFound(Running.Pid, Running.BlobPort);
            else
                logger.AzuriteStarted(Running.Pid, Running.BlobPort);
        }
        finally
        {
            started?.Dispose();
        }
    }

    /// <summary>Asks it to write everything and end, and waits until it has.</summary>
    public async Task StopAsync()
    {
        if (_process is not { } process)
            return;
        _process = null;

        // First, so that nobody who starts while it ends takes it for one that stays.
        File.Delete(RecordFile);
        if (!process.IsRunning)
            return;
        Native.Terminate(process.Pid);
        var began = time.GetTimestamp();
        while (process.IsRunning && time.GetElapsedTime(began) < StopLimit)
            await Task.Delay(Pause, time);
    }

    /// <summary>
    /// <c>setsid</c> takes it out of our session, so that neither Ctrl-C nor our death reaches it. Its output is appended
    /// to a file: a pipe would break with us. The shell records the process that it is about to become, so that there is
    /// never an Azurite nobody knows of, however early we die; and it holds a lock for as long as that process lives, so
    /// that there are never two on one folder.
    /// </summary>
    private ProcessStartInfo StartInfo(string script, int[] ports)
    {
        var start = new ProcessStartInfo("setsid") { WorkingDirectory = data.Azurite };
        string[] arguments =
        [
            "sh", "-c", Launch, "azurite",
            "node", script, "--location", data.Azurite, "--skipApiVersionCheck", "--disableTelemetry", "--disableProductStyleUrl",
            "--blobHost", "127.0.0.1", "--blobPort", Text(ports[0]), "--blobKeepAliveTimeout", "120",
            "--queueHost", "127.0.0.1", "--queuePort", Text(ports[1]), "--queueKeepAliveTimeout", "120",
            "--tableHost", "127.0.0.1", "--tablePort", Text(ports[2]),
        ];
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        start.Environment["AZURITE_ACCOUNTS"] = $"{Account}:{Key}";
        start.Environment["AZURITE_LOG"] = LogFile;
        start.Environment["AZURITE_RECORD"] = RecordFile;
        start.Environment["AZURITE_PORTS"] = $"\"BlobPort\":{Text(ports[0])},\"QueuePort\":{Text(ports[1])},\"TablePort\":{Text(ports[2])}";
        start.Environment.Remove("NODE_OPTIONS");
        return start;

        static string Text(int port) => port.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>
    /// The tables' server is started last, and right after it Azurite begins to heed SIGTERM: stopped before, it would lose
    /// what it was given. A connection tells nothing, the kernel takes it; an answer comes from the loop that has done both.
    /// </summary>
    private static async Task<bool> AnswersAsync(AzuriteProcess process, CancellationToken cancellation)
    {
        try
        {
            // A connection that stays open would hold up its end.
            using var client = new HttpClient { Timeout = AnswerLimit, DefaultRequestHeaders = { ConnectionClose = true } };
            using var answer = await client.GetAsync(new Uri($"http://127.0.0.1:{process.TablePort}/"), cancellation);
            return true;
        }
        catch (Exception exception) when (exception is HttpRequestException || (exception is TaskCanceledException && !cancellation.IsCancellationRequested))
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
