namespace StreamPlatform.EndToEnd.Tests;

/// <summary>One platform with limits low enough to run into; the tests of the collection share it.</summary>
public sealed class RefusingPlatform : IAsyncLifetime
{
    internal const long MaxBytes = 20_000_000;
    internal const int MaxSeconds = 1200;

    private Platform? _platform;

    internal Platform Platform => _platform!;

    public async Task InitializeAsync() => _platform = await Platform.StartAsync(
        ("Processing__MaxBytes", $"{MaxBytes}"),
        ("Processing__MaxDurationSeconds", $"{MaxSeconds}"),
        ("Processing__LeaseSeconds", "5"));

    public async Task DisposeAsync() => await _platform!.DisposeAsync();
}

[CollectionDefinition(Name)]
public sealed class RefusingPlatformCollection : ICollectionFixture<RefusingPlatform>
{
    public const string Name = "A platform with low limits";
}
