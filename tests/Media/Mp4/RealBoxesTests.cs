using StreamPlatform.Media.Mp4;
using StreamPlatform.Media.Tests.Support;

namespace StreamPlatform.Media.Tests.Mp4;

/// <summary>Boxes that ffmpeg wrote, so that reader and writer don't only agree with each other.</summary>
public sealed class RealBoxesTests
{
    private const string Picture = "-f lavfi -i testsrc2=s=64x64:r=25:d=0.4";
    private const string Sound = "-f lavfi -i sine=d=0.4:r=48000";

    [Theory]
    [InlineData($"{Picture} -c:v libx264 -bf 2 -color_primaries bt709 -color_trc bt709 -colorspace bt709", "avc1.", "avcC colr pasp btrt")]
    [InlineData($"{Picture} -c:v libx265 -preset ultrafast -x265-params log-level=none -tag:v hvc1", "hvc1.1.6.L", "hvcC pasp btrt")]
    [InlineData($"{Picture} -c:v libvpx-vp9 -cpu-used 8 -deadline realtime", "vp09.00.", "vpcC")]
    [InlineData($"{Picture} -c:v libsvtav1 -preset 12", "av01.0.00M.08", "av1C")]
    [InlineData($"{Sound} -c:a aac", "mp4a.40.2", "btrt")]
    [InlineData($"{Sound} -c:a libopus", "opus", "dOps")]
    [InlineData($"{Sound} -c:a ac3", "ac-3", "dac3")]
    [InlineData($"{Sound} -c:a eac3", "ec-3", "dec3")]
    [InlineData($"{Sound} -c:a flac -strict -2", "fLaC", "dfLa")]
    public async Task A_codec_is_named_and_its_configuration_is_written_back_byte_for_byte(string encode, string codecs, string boxes)
    {
        var bytes = await File.ReadAllBytesAsync(await Clips.MakeAsync("mp4", encode));
        var entry = Assert.Single(Moov(bytes).Containers("trak").Single().Inside("mdia", "minf", "stbl").Need<SampleDescriptionBox>().Entries);
        Assert.StartsWith(codecs, CodecString.Of(entry), StringComparison.Ordinal);
        var children = entry is VideoSampleEntry video ? video.Children : ((AudioSampleEntry)entry).Children;
        foreach (var name in boxes.Split(' '))
        {
            var child = Assert.Single(children, box => box.Type == name);
            Assert.IsNotType<UnknownBox>(child);
            Assert.True(bytes.AsSpan().IndexOf(child.ToBytes()) > 0, $"{name} came back changed");
        }
    }

    [Fact]
    public async Task Hevc_parameter_sets_are_found()
    {
        var bytes = await File.ReadAllBytesAsync(await Clips.MakeAsync(
            "mp4", $"{Picture} -c:v libx265 -preset ultrafast -x265-params log-level=none -pix_fmt yuv420p10le -tag:v hvc1"));
        var entry = (VideoSampleEntry)Moov(bytes).Containers("trak").Single().Inside("mdia", "minf", "stbl").Need<SampleDescriptionBox>().Entries[0];
        var config = entry.Children.OfType<HevcConfigurationBox>().Single();
        Assert.Equal((4, 1, 10, 10), (config.LengthSize, config.ChromaFormat, config.LumaBits, config.ChromaBits));
        Assert.Equal([32, 33, 34], config.ParameterSets().Select(set => (int)set.NalType).Where(type => type < 39));
    }

    [Fact]
    public async Task The_sample_tables_of_a_progressive_file_are_read()
    {
        var file = await Clips.MakeAsync("mp4", $"{Picture} {Sound} -c:v libx264 -bf 2 -g 5 -c:a aac");
        var moov = Moov(await File.ReadAllBytesAsync(file));
        var table = moov.Containers("trak").First().Inside("mdia", "minf", "stbl");
        Assert.Equal(10u, table.Need<SampleSizeBox>().Count);
        Assert.Equal(10, table.Need<CompositionOffsetBox>().Entries.Sum(entry => (int)entry.Count));
        Assert.Equal([1u, 6u], table.Need<SyncSampleBox>().Samples);
        var sound = moov.Containers("trak").Last().Inside("mdia", "minf", "stbl");
        Assert.Equal((short)-1, sound.Need<SampleGroupDescriptionBox>().RollDistance(0));
        Assert.Equal("roll", sound.Need<SampleToGroupBox>().Grouping.ToString());
    }

    [Fact]
    public async Task Encryption_that_ffmpeg_wrote_is_read()
    {
        var file = await Clips.MakeAsync(
            "mp4",
            $"{Picture} -c:v libx264 -encryption_scheme cenc-aes-ctr -encryption_key 00112233445566778899aabbccddeeff -encryption_kid 112233445566778899aabbccddeeff00");
        var table = Moov(await File.ReadAllBytesAsync(file)).Containers("trak").Single().Inside("mdia", "minf", "stbl");
        var entry = (VideoSampleEntry)table.Need<SampleDescriptionBox>().Entries[0];
        Assert.StartsWith("avc1.", CodecString.Of(entry), StringComparison.Ordinal);
        var scheme = entry.Children.OfType<ContainerBox>().Single(box => box.Type == "sinf");
        Assert.Equal("cenc", scheme.Need<SchemeTypeBox>().Scheme.ToString());
        var defaults = scheme.Inside("schi").Need<TrackEncryptionBox>();
        Assert.Equal((true, (byte)8, Guid.Parse("11223344-5566-7788-99aa-bbccddeeff00")), (defaults.IsProtected, defaults.IvBytes, defaults.KeyId));
        var samples = table.Need<SampleEncryptionBox>().Samples(defaults.IvBytes);
        var sizes = table.Need<SampleSizeBox>().Sizes;
        Assert.Equal(sizes.Select(size => (long)size), samples.Select(sample => sample.Subsamples.Sum(part => (long)part.ClearBytes + part.ProtectedBytes)));
        Assert.Equal((uint)samples.Count, table.Need<AuxiliarySizesBox>().Count);
        Assert.Single(table.Need<AuxiliaryOffsetsBox>().Offsets);
    }

    private static ContainerBox Moov(byte[] bytes) => BoxParser.ReadAll(bytes).OfType<ContainerBox>().First(box => box.Type == "moov");
}
