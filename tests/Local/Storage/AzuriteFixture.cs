using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using StreamPlatform.Storage;

namespace StreamPlatform.Local.Tests.Storage;

/// <summary>A real Azurite on ports the system chose; in memory, or on disk where a test looks at what it keeps there.</summary>
public sealed partial class AzuriteFixture : IAsyncLifetime, IAsyncDisposable
{
    private string? _location;

    private Process? _process;

    public string ConnectionString { get; private set; } = "";

    public PlatformStorage Storage { get; private set; } = null!;

    /// <summary>The same account, with upload URLs as other machines see them.</summary>
    public PlatformStorage StorageBehind(string publicUrl) =>
        PlatformStorage.Create(new StorageSettings { ConnectionString = ConnectionString, PublicUrl = new Uri(publicUrl) });

    public static async Task<AzuriteFixture> StartAsync(string location)
    {
        var azurite = new AzuriteFixture { _location = location };
        await azurite.InitializeAsync();
        return azurite;
    }

    async ValueTask IAsyncDisposable.DisposeAsync() => await DisposeAsync();

    public async Task InitializeAsync()
    {
        var start = new ProcessStartInfo("node")
        {
            RedirectStandardOutput = true,
            ArgumentList =
            {
                Azurite(), "--skipApiVersionCheck", "--disableTelemetry", "--silent",
                "--blobPort", "0", "--queuePort", "0", "--tablePort", "0",
            },
        };
        string[] where = _location is null ? ["--inMemoryPersistence"] : ["--location", _location];
        Array.ForEach(where, start.ArgumentList.Add);
        _process = Process.Start(start)!;
        var ports = new Dictionary<string, int>();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!(ports.ContainsKey("Blob") && ports.ContainsKey("Queue"))
            && await _process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            if (Listening().Match(line) is { Success: true } match)
            {
                ports[match.Groups[1].Value] = int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture);
            }
        }

        // Azurite's published development key, the same for everyone.
        const string key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";
        ConnectionString =
            $"DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey={key};"
            + $"BlobEndpoint=http://127.0.0.1:{ports["Blob"]}/devstoreaccount1;QueueEndpoint=http://127.0.0.1:{ports["Queue"]}/devstoreaccount1;";
        Storage = PlatformStorage.Create(new StorageSettings { ConnectionString = ConnectionString });
        await Storage.EnsureCreatedAsync(default);
    }

    public async Task DisposeAsync()
    {
        if (_process is not null)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
            _process.Dispose();
        }
    }

    private static string Azurite()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var script = Path.Combine(folder.FullName, "node_modules", "azurite", "dist", "src", "azurite.js");
            if (File.Exists(script))
            {
                return script;
            }
        }

        throw new InvalidOperationException("Azurite is not installed: run npm ci in the repository's root.");
    }

    [GeneratedRegex(@"Azurite (Blob|Queue) service is successfully listening at http://127\.0\.0\.1:(\d+)")]
    private static partial Regex Listening();
}

[CollectionDefinition(Name)]
public sealed class AzuriteCollection : ICollectionFixture<AzuriteFixture>
{
    public const string Name = "Azurite";
}
