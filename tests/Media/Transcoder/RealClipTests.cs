using System.Diagnostics;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Media.Planning;
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
        var jobs = new JobRunner(media);
        var watch = Stopwatch.StartNew();
        var probed = await media.ProbeAsync(file);
        output.WriteLine($"probed in {watch.ElapsedMilliseconds} ms");
        if (probed.Error is { } error)
        {
            output.WriteLine($"{error.Code}: {error.Message}");
            Assert.StartsWith("source.", error.Code, StringComparison.Ordinal);
            return;
        }

        // Two small rungs are enough to see every frame of the source.
        var plan = await jobs.PlanAsync(file, new PlanOptions { MaxHeight = 240, ChunkSeconds = 30 });
        output.WriteLine(PlanText.Print(plan));
        var markers = new List<ItemMarker>();
        foreach (var item in plan.Items)
        {
            watch.Restart();
            var marker = await jobs.MakeAsync(plan, item.Id);
            output.WriteLine($"{item.Id}: {marker.Failure?.Code ?? "done"} in {watch.ElapsedMilliseconds} ms");
            Assert.Null(marker.Failure);
            markers.Add(marker);
        }

        var packaged = new StreamPlatform.Media.Packaging.Packager().Package(plan, markers);
        Assert.Null(packaged.Error);
        output.WriteLine($"{packaged.Value.DurationSeconds:0.000} s of {plan.Info.DurationSeconds:0.000} s");
        Assert.InRange(packaged.Value.DurationSeconds, plan.Info.DurationSeconds - 0.1, plan.Info.DurationSeconds + 0.1);
    }
}
