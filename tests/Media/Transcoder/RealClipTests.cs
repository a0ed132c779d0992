using System.Diagnostics;
using System.Text.Json;
using StreamPlatform.Domain;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Domain.Processing.Profiles;
using StreamPlatform.Media.Planning;
using StreamPlatform.Media.Tests.Inputs;
using StreamPlatform.Media.Tests.Sources;
using StreamPlatform.Media.Tests.Support;
using Xunit.Abstractions;

namespace StreamPlatform.Media.Tests.Transcoder;

/// <summary>
/// Real clips through probe, plan and every item, when the environment variable <c>STREAMPLATFORM_CLIPS</c> names a
/// folder of them: each must be made whole or refused with a <c>source.*</c> code.
/// </summary>
public sealed class RealClipTests(ITestOutputHelper output)
{
    public static TheoryData<string> Clips
    {
        get
        {
            var folder = Environment.GetEnvironmentVariable("STREAMPLATFORM_CLIPS");
            var data = new TheoryData<string>();
            var files = Directory.Exists(folder) ? Directory.EnumerateFiles(folder).Where(file => !file.EndsWith(".md", StringComparison.Ordinal)).Order() : Enumerable.Empty<string>();
            foreach (var file in files)
                data.Add(file);
            if (data.Count == 0)
                data.Add("");
            return data;
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Clips))]
    public async Task A_real_clip_is_made_whole_or_refused(string file)
    {
        Skip.If(file.Length == 0, "STREAMPLATFORM_CLIPS names no folder of clips.");
        using var media = new MediaFixture();
        var source = await media.UploadAsync(file);
        var watch = Stopwatch.StartNew();
        var probed = await media.Prober().ProbeAsync(source, EncodingChoice.Default, default);
        output.WriteLine($"probed in {watch.ElapsedMilliseconds} ms");
        if (probed.Error is { } error)
        {
            output.WriteLine($"{error.Code}: {error.Message}");
            Assert.StartsWith("source.", error.Code, StringComparison.Ordinal);
            return;
        }

        // Two small rungs are enough to see every frame of the source.
        watch.Restart();
        var info = probed.Value;
        var made = await new Pipeline(media).MakeAsync(source, info, new PlanOptions { PerTitle = false, MaxHeight = 240, ChunkSeconds = 30, Pictures = false });
        output.WriteLine($"made in {watch.ElapsedMilliseconds} ms");
        output.WriteLine(PlanText.Print(made.Plan));
        foreach (var warning in info.Warnings)
            output.WriteLine($"{warning.Code}: {warning.Message}");

        output.WriteLine($"{made.Presentation.DurationSeconds:0.000} s of {info.DurationSeconds:0.000} s");
        var frame = 1 / (made.Plan.Grid?.FrameRate.Value ?? 10);
        Assert.InRange(made.Presentation.DurationSeconds, info.DurationSeconds - frame, info.DurationSeconds + frame);
        Assert.Equal(info.Audio.Select(track => track.Language).Distinct(), made.Presentation.Audio.Select(track => track.Language).Distinct());
        if (info.Video is { } video)
            await CheckPictureAsync(file, video, made);
        if (made.Audio.Count > 0)
            await CheckSoundAsync(file, made);
    }

    /// <summary>Shape, colours' tags, and the same pictures at the same times, upright.</summary>
    private async Task CheckPictureAsync(string file, VideoTrack video, Made made)
    {
        var rung = made.Presentation.Video[0];
        var aspect = (double)video.Width / video.Height;
        Assert.InRange(rung.Width, (rung.Height * aspect) - 2, (rung.Height * aspect) + 2);
        var readback = await Readback.OfAsync(made, 2);
        Assert.Equal("yuv420p,tv,bt709,bt709,bt709", readback.Colours);
        Assert.Equal(Math.Min(made.Plan.Grid!.TotalFrames, Math.Ceiling(made.Plan.Grid.FrameRate.Value * 2)), readback.Frames, 1.0);
        foreach (var place in new[] { 0.1, 0.4, 0.7 })
        {
            var likeness = await SourceReference.LikenessAsync(file, made, place * video.DurationSeconds);
            output.WriteLine($"likeness at {place:0%}: {likeness:0.0000}");
            Assert.True(likeness is null || likeness > (video.DynamicRange == DynamicRange.Standard ? 0.95 : 0.9), $"At {place:0%} the picture is another one ({likeness:0.000}).");
        }
    }

    private async Task CheckSoundAsync(string file, Made made)
    {
        var late = await SourceReference.SoundLateAsync(file, made);
        output.WriteLine($"sound is {late * 1000:0} ms late");
        Assert.True(late is null or (>= -0.045 and <= 0.045), $"Sound is {late:0.000} s late.");
    }

    [SkippableTheory]
    [MemberData(nameof(Clips))]
    public async Task What_is_made_of_a_part_of_a_real_clip_is_what_is_made_of_the_whole(string file)
    {
        Skip.If(file.Length == 0, "STREAMPLATFORM_CLIPS names no folder of clips.");
        using var media = new MediaFixture();
        var source = await media.UploadAsync(file);
        var probed = await media.Prober().ProbeAsync(source, EncodingChoice.Default, default);
        var copies = new PartAgainstWhole(media);
        using var whole = await copies.OpenWholeAsync(source);
        var wholly = await media.Prober().ProbeFileAsync(whole.File, source.Bytes, false, default);
        Assert.Equal(wholly.Error?.Code, probed.Error?.Code);
        if (!probed.Succeeded)
            return;
        Assert.Equal(JsonSerializer.Serialize(wholly.Value, DomainJson.Options), JsonSerializer.Serialize(probed.Value, DomainJson.Options));

        var plan = new TranscodePlanner(new PlanOptions { PerTitle = false, MaxHeight = 240, ChunkSeconds = 10, Workers = 8 }).Plan("asset_1", 1, source, probed.Value).Value;
        foreach (var item in plan.Items.Where(item => item.Kind is WorkItemKind.HeadStart or WorkItemKind.Video or WorkItemKind.Audio or WorkItemKind.Pictures))
        {
            using var part = await copies.OpenAsync(source);
            var made = item.Kind == WorkItemKind.Pictures ? await copies.PicturesAsync(plan, part) : await copies.EncodeAsync(plan, item, part);
            output.WriteLine($"{item.Id}: {part.HeldBytes} of {source.Bytes} bytes");
            Assert.Equal(item.Kind == WorkItemKind.Pictures ? await copies.PicturesAsync(plan, whole) : await copies.EncodeAsync(plan, item, whole), made);
        }
    }
}
