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
    public async Task Where_sound_keeps_its_level_a_head_start_makes_the_first_sounds_just_as_the_audio_item_does(double seconds)
    {
        var file = await Clips.VideoAsync("160x90", "30", seconds);
        var options = JobRunner.Small with { HeadStart = true, Loudness = false };
        var first = await _jobs.PlanAsync(file, options);
        var second = await _jobs.PlanAsync(file, options, "asset_2");

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

    [Fact]
    public async Task The_audio_item_goes_on_where_the_sound_of_a_head_start_ends_at_another_level_in_another_folder()
    {
        var plan = await _jobs.PlanAsync(await Clips.VideoAsync("160x90", "30", 10), JobRunner.Small with { HeadStart = true });
        var name = plan.Audio[0].Name;
        var head = (await _jobs.MakeAsync(plan, "head")).Outputs.Single(output => output.Rendition == name);
        var audio = (await _jobs.MakeAsync(plan, "audio")).Outputs.Single(output => output.Rendition == name);

        Assert.Equal(audio.Segments.Take(2).Select(segment => (segment.Start, segment.Duration)), head.Segments.Select(segment => (segment.Start, segment.Duration)));
        Assert.Equal(audio.InitHash, head.InitHash);
        var paths = JobRunner.PathsOf(plan);
        Assert.NotEqual(_media.Blobs[paths.Segment(WorkItemKind.Audio, name, 0)], _media.Blobs[paths.Segment(WorkItemKind.HeadStart, name, 0)]);
    }
}
