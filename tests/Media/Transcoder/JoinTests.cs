using StreamPlatform.Domain.Playback;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Media.Tests.Support;

namespace StreamPlatform.Media.Tests.Transcoder;

/// <summary>
/// Inputs of many kinds, encoded whole and in chunks of random lengths. Each source frame carries its number as eleven bits
/// in the picture, so that a frame that a joint lost, repeated or swapped is seen.
/// </summary>
public sealed class JoinTests : IDisposable
{
    private const string Motion = "testsrc2=s=160x90";
    private const string Screen = "life=s=160x90:mold=10:r=5:ratio=0.3:death_color=#204060:life_color=white:seed=7";
    private const string Animation = "mandelbrot=s=160x90:end_scale=0.05";
    private const string Camera = "testsrc2=s=160x90,noise=alls=14:allf=t";
    private const string H264 = "-c:v libx264 -preset ultrafast -pix_fmt yuv420p";

    private readonly MediaFixture _media = new();
    private readonly JobRunner _jobs;

    public JoinTests() => _jobs = new JobRunner(_media);

    public void Dispose() => _media.Dispose();

    [Theory]
    [InlineData(1, Motion, "24", 31.0, "mp4", H264 + " -g 37 -bf 3")]
    [InlineData(2, Screen, "25", 34.3, "mp4", H264 + " -g 300")]
    [InlineData(3, Camera, "30000/1001", 28.41, "mp4", H264 + " -bf 2 -g 61")]
    [InlineData(4, Motion, "30", 29.0, "mkv", H264 + " -x264-params open-gop=1:bframes=3:keyint=50")]
    [InlineData(5, Animation, "50", 25.02, "mov", "-c:v mpeg4 -q:v 3 -bf 2")]
    [InlineData(6, Motion, "60", 25.0, "mp4", H264 + " -g 90")]
    [InlineData(7, Camera, "30", 29.0, "mp4", "-vf select='not(eq(mod(n\\,7)\\,2)+eq(mod(n\\,11)\\,5))' -fps_mode vfr " + H264 + " -g 55")]
    [InlineData(8, Animation, "25", 29.96, "mp4", "-c:v libx265 -preset ultrafast -x265-params log-level=none:keyint=70:bframes=4 -tag:v hvc1")]
    [InlineData(9, Screen, "15", 37.0, "webm", "-c:v libvpx -deadline realtime -cpu-used 8 -b:v 300k -g 64")]
    [InlineData(10, Camera, "24000/1001", 29.7, "mkv", "-c:v mpeg2video -q:v 3 -g 15 -bf 2")]
    public async Task Chunks_of_any_length_join_as_if_they_had_not_been_cut(int seed, string content, string rate, double seconds, string container, string codec)
    {
        var file = await Clips.MakeAsync(container, FormattableString.Invariant($"-f lavfi -i \"{content}{(content.Contains(',') ? ",fps=" : ":r=")}{rate},trim=end={seconds},{Counter.Draw}\" {codec}"));
        var whole = await _jobs.PlanAsync(file);
        var cut = Cut(whole, new Random(seed));
        await _jobs.WritePlanAsync(cut);
        Assert.Single(whole.Chunks);
        Assert.InRange(cut.Chunks.Count, 2, 6);

        var (one, many) = (await PackageAsync(whole), await PackageAsync(cut));

        Assert.Equal(one.Segments.Select(segment => (segment.Start, segment.Duration)), many.Segments.Select(segment => (segment.Start, segment.Duration)));
        Assert.Equal(_media.Blobs[Blob(one.Segments[0].InitName)], _media.Blobs[Blob(many.Segments[0].InitName)]);
        Assert.InRange((double)Size(many) / Size(one), 0.98, 1.02);

        var (expected, joined) = (await FramesAsync(one), await FramesAsync(many));
        Assert.Equal(whole.Grid!.TotalFrames, expected.Count);
        Assert.Equal(expected, joined);
        if (!codec.Contains("vfr", StringComparison.Ordinal))
            Assert.Equal(Enumerable.Range(0, expected.Count), joined);
        else
            Assert.Equal(joined.Order(), joined);
    }

    /// <summary>The same plan in two to four segments a chunk: shorter ones are never planned.</summary>
    private static TranscodePlan Cut(TranscodePlan plan, Random random)
    {
        var starts = new List<long>();
        for (long frame = 0; frame < plan.Grid!.TotalFrames; frame += random.Next(2, 5) * plan.Grid.SegmentFrames)
            starts.Add(frame);
        var item = plan.Items.Single(item => item.Kind == WorkItemKind.Video);
        return plan with
        {
            AssetId = "asset_2",
            Chunks = [.. starts.Select((start, index) => new Chunk(index, start, index + 1 < starts.Count ? starts[index + 1] - start : null))],
            Items = [.. starts.Select((_, index) => item with { Id = $"video-c{index}", FirstChunk = index })],
        };
    }

    /// <summary>The packager's checks on the timeline are part of the proof.</summary>
    private async Task<PresentedVideo> PackageAsync(TranscodePlan plan) => Assert.Single((await _jobs.PublishAsync(plan)).Presentation.Video);

    private static long Size(PresentedVideo video) => video.Segments.Sum(segment => (long)segment.Bytes);

    private static Domain.Storage.BlobPath Blob(string name) => new(Domain.Storage.Containers.Media, name);

    private async Task<List<int>> FramesAsync(PresentedVideo video)
    {
        var file = Clips.NewPath("mp4");
        await using (var joined = File.Create(file))
        {
            foreach (var name in video.Segments.Select(segment => segment.Name).Prepend(video.Segments[0].InitName))
                await joined.WriteAsync(_media.Blobs[Blob(name)]);
        }

        return await Counter.ReadAsync(file);
    }
}
