namespace StreamPlatform.EndToEnd.Tests;

/// <summary>What is not a playable video ends as failed, with a stable code and a sentence, in bounded time.</summary>
public sealed class RefusedInputTests : IAsyncLifetime
{
    private Platform _platform = null!;

    public async Task InitializeAsync() => _platform = await Platform.StartAsync(
        ("Processing__MaxDurationSeconds", "20"), ("Processing__MaxDecodedPixels", "8000000000"));

    public async Task DisposeAsync() => await _platform.DisposeAsync();

    [Fact]
    public async Task Each_kind_of_bad_input_is_refused_with_its_code_and_the_good_file_beside_it_is_ready()
    {
        var folder = _platform.Folder;
        var good = await Samples.VideoAsync(folder, "good.mp4", seconds: 3, size: "320x240");
        var text = Path.Combine(folder, "text.mp4");
        await File.WriteAllTextAsync(text, "This is not a video.");
        var truncated = Path.Combine(folder, "truncated.mp4");
        await Samples.FfmpegAsync("-f", "lavfi", "-i", "testsrc2=size=320x240:rate=30:duration=5", "-c:v", "libx264", truncated);
        var whole = await File.ReadAllBytesAsync(truncated);
        await File.WriteAllBytesAsync(truncated, whole[..(whole.Length / 2)]);
        var tooLong = await Samples.VideoAsync(folder, "long.mp4", seconds: 30, size: "160x120");
        var bomb = Path.Combine(folder, "bomb.mp4");
        await Samples.FfmpegAsync(
            "-f", "lavfi", "-i", "color=size=3840x2160:rate=60:duration=18", "-c:v", "libx264", "-preset", "ultrafast", bomb);

        var expected = new Dictionary<string, string?>
        {
            [good] = null,
            [text] = "source.not_media",
            [truncated] = "source.truncated",
            [tooLong] = "source.too_long",
            [bomb] = "source.too_costly",
        };
        var (exitCode, files) = await _platform.PublishAsync([.. expected.Keys]);

        Assert.Equal(3, exitCode);
        Assert.Equal(expected.Values, files.Select(file => file.Error?.Code));
        Assert.All(files, file => Assert.Equal(file.Error is null ? "ready" : "failed", file.Status));
        Assert.All(files.Where(file => file.Error is not null), file => Assert.EndsWith(".", file.Error!.Message));
    }
}
