namespace StreamPlatform.EndToEnd.Tests;

/// <summary>
/// One platform on which nothing is kept longer, and nothing lost is missed later, than a test can wait for; the tests of
/// the collection share it.
/// </summary>
public sealed class OwnedPlatform : IAsyncLifetime
{
    internal static readonly (string Name, string Value)[] Settings =
    [
        // As a deployment has it; the other platforms look into originals themselves.
        ("Processing__ProbeInJobs", "true"),
        ("Webhooks__AllowPrivateNetworks", "true"),
        ("Webhooks__PauseFactor", "0.1"),
        ("Processing__SupersededLifetimeHours", "0.0007"),
        ("Processing__LeaseSeconds", "3"),
        ("Processing__SweepSeconds", "2"),
        ("Processing__RequeueSeconds", "5"),
    ];

    private Platform? _platform;

    internal Platform Platform => _platform!;

    /// <summary>Two seconds, ready in a moment.</summary>
    internal string Short { get; private set; } = "";

    /// <summary>Long enough to do something to it while it is processed.</summary>
    internal string Long { get; private set; } = "";

    public async Task InitializeAsync()
    {
        _platform = await Platform.StartAsync(Settings);
        Short = await Samples.VideoAsync(_platform.Folder, "short.mp4", seconds: 2, size: "320x180");
        Long = await Samples.VideoAsync(_platform.Folder, "long.mp4", seconds: 12, size: "640x360");
    }

    public async Task DisposeAsync() => await _platform!.DisposeAsync();
}

[CollectionDefinition(Name)]
public sealed class OwnedPlatformCollection : ICollectionFixture<OwnedPlatform>
{
    public const string Name = "A platform with short memory";
}
