using StreamPlatform.Domain;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Domain.Processing.Profiles;
using StreamPlatform.Media.Planning;
using StreamPlatform.Media.Tests.Support;
using StreamPlatform.Media.Tests.Transcoder;

namespace StreamPlatform.Media.Tests.Inputs;

/// <summary>Takes a file through prober, planner, all items and packager, and lays the output down to be read back.</summary>
internal sealed class Pipeline(MediaFixture media)
{
    private readonly JobRunner _jobs = new(media);

    /// <summary>Places of the source that items could not decode.</summary>
    public long DecodeErrors { get; private set; }

    public async Task<Result<SourceInfo>> ProbeAsync(string file, bool keepDamaged = false) =>
        await media.Prober().ProbeAsync(await media.UploadAsync(file), new EncodingChoice { KeepDamaged = keepDamaged }, default);

    public async Task<Made> MakeAsync(string file, PlanOptions? options = null, bool keepDamaged = false)
    {
        var source = await media.UploadAsync(file);
        var info = await media.Prober().ProbeAsync(source, new EncodingChoice { KeepDamaged = keepDamaged }, default);
        Assert.True(info.Succeeded, $"{info.Error?.Code}: {info.Error?.Message}");
        return await MakeAsync(source, info.Value, options);
    }

    public async Task<Made> MakeAsync(SourceFile source, SourceInfo info, PlanOptions? options = null) =>
        await MakeAsync(new TranscodePlanner(options ?? JobRunner.Small).Plan("asset_1", 1, source, info).Value);

    /// <param name="change">Of the plan, before it is made.</param>
    public async Task<Made> MakeAsync(string file, EncodingChoice choice, Func<TranscodePlan, TranscodePlan>? change = null)
    {
        var source = await media.UploadAsync(file);
        var info = (await media.Prober().ProbeAsync(source, choice, default)).Value;
        var plan = new TranscodePlanner(JobRunner.Small).Plan("asset_1", 1, source, info, choice).Value;
        return await MakeAsync(change?.Invoke(plan) ?? plan);
    }

    public async Task<Made> MakeAsync(TranscodePlan plan)
    {
        await _jobs.WritePlanAsync(plan);
        var presentation = (await _jobs.PublishAsync(plan)).Presentation;
        DecodeErrors += plan.Items.Sum(item => _jobs.Marker(plan, item.Id)!.DecodeErrors);
        var audio = new List<string>();
        foreach (var track in presentation.Audio)
            audio.Add(await LayAsync(plan, WorkItemKind.Audio, track.Name, track.Segments.Count));
        var video = presentation.Video is [var top, ..] ? await LayAsync(plan, WorkItemKind.Video, top.Name, top.Segments.Count) : null;
        return new Made(plan, presentation, video, audio);
    }

    private async Task<string> LayAsync(TranscodePlan plan, WorkItemKind kind, string rendition, int segments)
    {
        var file = Clips.NewPath("mp4");
        await File.WriteAllBytesAsync(file, _jobs.Joined(plan, kind, rendition, segments));
        return file;
    }
}
