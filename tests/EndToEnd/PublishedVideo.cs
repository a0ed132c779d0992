namespace StreamPlatform.EndToEnd.Tests;

/// <summary>One platform on which half a minute of 1080p was published by the command line; the tests of the collection share it.</summary>
public sealed class PublishedVideo : IAsyncLifetime
{
    internal const int Seconds = 30;

    private Platform? _platform;
    private Published? _video;

    internal Platform Platform => _platform!;
    internal Published Video => _video!;

    public async Task InitializeAsync()
    {
        _platform = await Platform.StartAsync();
        var source = await Samples.VideoAsync(_platform.Folder, "source.mp4", Seconds);
        var (exitCode, files) = await _platform.PublishAsync(source);
        _video = Assert.Single(files);
        Assert.True(exitCode == 0, $"{_video.Error} {_platform.ReadLog()}");
    }

    public async Task DisposeAsync() => await _platform!.DisposeAsync();
}

/// <summary>Alone: here players have to keep up with the clock.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class PublishedVideoCollection : ICollectionFixture<PublishedVideo>
{
    public const string Name = "A platform with a published video";
}
