namespace StreamPlatform.EndToEnd.Tests;

/// <summary>One platform on which one minute of 1080p was published by the command line; the tests of a class share it.</summary>
public sealed class PublishedMinute : IAsyncLifetime
{
    private Platform? _platform;
    private Published? _video;

    internal Platform Platform => _platform!;
    internal Published Video => _video!;

    public async Task InitializeAsync()
    {
        _platform = await Platform.StartAsync();
        var source = await Samples.VideoAsync(_platform.Folder, "source.mp4", seconds: 60);
        var (exitCode, files) = await _platform.PublishAsync(source);
        _video = Assert.Single(files);
        Assert.True(exitCode == 0, $"{_video.Error} {_platform.ReadLog()}");
    }

    public async Task DisposeAsync() => await _platform!.DisposeAsync();
}
