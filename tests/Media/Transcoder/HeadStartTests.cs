using StreamPlatform.Domain.Processing;
using StreamPlatform.Media.Tests.Support;

namespace StreamPlatform.Media.Tests.Transcoder;

public sealed class HeadStartTests : IDisposable
{
    private readonly MediaFixture _media = new();
    private readonly JobRunner _jobs;

    public HeadStartTests() => _jobs = new JobRunner(_media);

    public void Dispose() => _media.Dispose();

    [Fact]
    public async Task A_head_start_makes_the_first_segments_of_one_rung_in_its_own_folder()
    {
        var plan = await _jobs.PlanAsync(await Clips.VideoAsync("320x180", "30", 10), JobRunner.Small with { HeadStart = true });
        var output = (await _jobs.MakeAsync(plan, "head")).Outputs[0];
        Assert.Equal([120, 120], output.Segments.Select(segment => segment.Samples));
        Assert.Contains(JobRunner.PathsOf(plan).Segment(WorkItemKind.HeadStart, "180p", 1), _media.Blobs.Paths);
    }

    [Theory]
    [InlineData(9)]
    [InlineData(20)]
    public async Task A_head_start_makes_the_first_sounds_just_as_the_audio_item_does(double seconds)
    {
        var file = await Clips.VideoAsync("160x90", "30", seconds);
        var first = await _jobs.PlanAsync(file, JobRunner.Small with { HeadStart = true });
        var second = await _jobs.PlanAsync(file, JobRunner.Small with { HeadStart = true }, "asset_2");

        var head = (await _jobs.MakeAsync(first, "head")).Outputs.Single(output => output.Rendition == first.Audio[0].Name);
        var audio = (await _jobs.MakeAsync(second, "audio")).Outputs.Single();

        Assert.Equal(2, head.Segments.Count);
        Assert.Equal(audio.Segments.Take(2), head.Segments);
        Assert.Equal(audio.InitHash, head.InitHash);
        foreach (var number in new[] { 0, 1 })
        {
            Assert.Equal(
                _media.Blobs[JobRunner.PathsOf(second).Segment(WorkItemKind.Audio, audio.Rendition, number)],
                _media.Blobs[JobRunner.PathsOf(first).Segment(WorkItemKind.Audio, audio.Rendition, number)]);
        }
    }
}
