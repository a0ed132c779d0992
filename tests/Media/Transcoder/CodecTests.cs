using StreamPlatform.Domain.Processing;
using StreamPlatform.Domain.Processing.Profiles;
using StreamPlatform.Media.Packaging;
using StreamPlatform.Media.Planning;
using StreamPlatform.Media.Tests.Packaging;
using StreamPlatform.Media.Tests.Parsers;
using StreamPlatform.Media.Tests.Support;

namespace StreamPlatform.Media.Tests.Transcoder;

/// <summary>Codecs beside H.264, and HDR that is kept.</summary>
public sealed class CodecTests : IDisposable
{
    private const string Hdr = "-f lavfi -i testsrc2=s=854x480:r=5:d=21 -vf format=yuv420p10le,setparams=color_primaries=bt2020:color_trc=smpte2084:colorspace=bt2020nc:range=tv -c:v libx265 -preset ultrafast -x265-params log-level=error:master-display=G(13250,34500)B(7500,3000)R(34000,16000)WP(15635,16450)L(10000000,50):max-cll=1000,400 -tag:v hvc1";
    private static readonly PlanOptions TwoChunks = JobRunner.Small with { MaxHeight = 480, ChunkSeconds = 10, Workers = 2, Profile = EncodingProfiles.Premium };
    private readonly MediaFixture _media = new();

    public void Dispose() => _media.Dispose();

    [SkippableFact]
    public async Task Every_codec_joins_its_chunks_and_keeps_high_dynamic_range_where_it_can()
    {
        var jobs = new JobRunner(_media);
        var plan = await jobs.PlanAsync(await Clips.MakeAsync("mp4", Hdr), TwoChunks);
        Assert.Equal(["480p", "360p", "240p", "480p-hevc-hdr", "480p-av1-hdr", "360p-av1-hdr"], plan.Video.Select(rung => rung.Name));
        Assert.Equal(2, plan.Chunks.Count);

        Assert.Equal(
            new HdrMetadata(new(new(0.68, 0.32), new(0.265, 0.69), new(0.15, 0.06), new(0.3127, 0.329), 0.005, 1000), new(1000, 400)), plan.Info.Video!.Hdr);

        var site = await jobs.PublishAsync(plan);
        var presentation = site.Presentation;
        foreach (var (name, codec, pixels, transfer) in new[] { ("480p", "avc1.", "yuv420p", "bt709"), ("480p-hevc-hdr", "hvc1.2.", "yuv420p10le", "smpte2084"), ("360p-av1-hdr", "av01.0.", "yuv420p10le", "smpte2084") })
        {
            var track = presentation.Video.Single(video => video.Name == name);
            Assert.StartsWith(codec, track.Codecs, StringComparison.Ordinal);
            var joined = jobs.Joined(plan, WorkItemKind.Video, name, track.Segments.Count);
            var shown = await Ffmpeg.ProbeAsync(joined, "-count_frames -select_streams v -show_entries stream=pix_fmt,color_transfer,nb_read_frames");
            Assert.Equal([pixels, transfer, "105"], shown[0].TrimEnd(',').Split(','));
            // At every key frame, where somebody may begin to watch; dav1d repeats it with every picture.
            var light = await Ffmpeg.ProbeAsync(joined, "-select_streams v -skip_frame nokey -show_entries frame_side_data=max_luminance,max_content");
            Assert.Equal(transfer == "bt709" ? 0 : codec.StartsWith("av01", StringComparison.Ordinal) ? 105 : (104 / plan.Grid!.GopFrames) + 1, light.Count(line => line is "10000000/10000" or "256000/256"));
            Assert.Equal(light.Count(line => line.Contains('/', StringComparison.Ordinal)), light.Count(line => line == "1000"));
            var keys = await Ffmpeg.ProbeAsync(joined, "-select_streams v -show_entries packet=flags");
            Assert.All(keys.Index(), packet => Assert.Equal(packet.Index % plan.Grid!.GopFrames == 0, packet.Item.Contains('K', StringComparison.Ordinal)));
        }

        var manifests = new ManifestWriter();
        Assert.Contains("VIDEO-RANGE=PQ", manifests.HlsMultivariant(presentation, name => name), StringComparison.Ordinal);
        var mpd = manifests.DashMpd(presentation, name => name);
        Assert.Equal(3, mpd.Split("contentType=\"video\"").Length - 1 - presentation.KeyFrames.Count);
        Assert.Contains("urn:mpeg:mpegB:cicp:TransferCharacteristics", mpd, StringComparison.Ordinal);

        Skip.IfNot(Node.PackagesInstalled, "Run npm ci in tests first.");
        await Mp4Box.AgreesAsync(site);
    }

    [Fact]
    public async Task Equal_plans_give_equal_bytes_in_every_codec()
    {
        var jobs = new JobRunner(_media);
        var file = await Clips.VideoAsync("854x480", "10", 2.5);
        var bytes = new List<string>();
        foreach (var asset in new[] { "asset_1", "asset_2" })
        {
            var plan = await jobs.PlanAsync(file, TwoChunks, asset);
            foreach (var item in plan.Items.Where(item => item.Kind == WorkItemKind.Video))
                await jobs.MakeAsync(plan, item.Id);
            bytes.Add(string.Join(' ', plan.Video.Select(rung => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(jobs.Joined(plan, WorkItemKind.Video, rung.Name, 1))))));
        }

        Assert.Equal(bytes[0], bytes[1]);
    }
}
