using System.Diagnostics;
using System.Text.Json;
using StreamPlatform.Domain;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Domain.Processing.Profiles;
using StreamPlatform.Media.Planning;
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
        var plan = await jobs.PlanAsync(file, new PlanOptions { PerTitle = false, MaxHeight = 240, ChunkSeconds = 30 });
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

    [SkippableTheory]
    [MemberData(nameof(Clips))]
    public async Task What_is_made_of_a_part_of_a_real_clip_is_what_is_made_of_the_whole(string file)
    {
        Skip.If(file.Length == 0, "STREAMPLATFORM_CLIPS names no folder of clips.");
        using var media = new MediaFixture();
        var source = await media.UploadAsync(file);
        var probed = await media.Prober().ProbeAsync(source, EncodingChoice.Default, default);
        var wholly = await media.Prober().ProbeFileAsync(file, source.Bytes, false, default);
        Assert.Equal(wholly.Error?.Code, probed.Error?.Code);
        if (!probed.Succeeded)
            return;
        Assert.Equal(JsonSerializer.Serialize(wholly.Value, DomainJson.Options), JsonSerializer.Serialize(probed.Value, DomainJson.Options));

        var copies = new PartAgainstWhole(media);
        var plan = new TranscodePlanner(new PlanOptions { PerTitle = false, MaxHeight = 240, ChunkSeconds = 10, Workers = 8 }).Plan("asset_1", 1, source, probed.Value).Value;
        using var whole = await copies.OpenWholeAsync(source);
        foreach (var item in plan.Items)
        {
            using var part = await copies.OpenAsync(source);
            var made = item.Kind == WorkItemKind.Pictures ? await copies.PicturesAsync(plan, part) : await copies.EncodeAsync(plan, item, part);
            output.WriteLine($"{item.Id}: {part.HeldBytes} of {source.Bytes} bytes");
            Assert.Equal(item.Kind == WorkItemKind.Pictures ? await copies.PicturesAsync(plan, whole) : await copies.EncodeAsync(plan, item, whole), made);
        }
    }
}
