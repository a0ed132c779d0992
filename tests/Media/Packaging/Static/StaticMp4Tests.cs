using System.Globalization;
using StreamPlatform.Domain.Playback;
using StreamPlatform.Domain.Storage;
using StreamPlatform.Media.Mp4;
using StreamPlatform.Media.Packaging.Static;
using StreamPlatform.Media.Tests.Support;

namespace StreamPlatform.Media.Tests.Packaging.Static;

public sealed class StaticMp4Tests
{
    [Fact]
    public async Task Every_sample_is_in_the_file_with_its_bytes_and_its_time()
    {
        var (published, blobs) = await PublishedAsync();
        var file = await MakeAsync(published.Presentation, "180p", blobs);

        var parts = await Encoded.CutAsync(await Encoded.BytesAsync(), Encoded.Tracks);
        await Ffmpeg.DecodeAsync(file);
        foreach (var (stream, rendition) in new[] { ("v", "180p"), ("a", "audio") })
        {
            var whole = await FramesAsync(file, stream);
            var joined = await FramesAsync(parts.Joined(rendition), stream);
            Assert.Equal(joined.Select(frame => frame.Hash), whole.Select(frame => frame.Hash));
            // As a file of its own a rendition's negative offsets move it all; what counts are the steps, and the start at 0.
            Assert.Equal(joined.Select(frame => frame.Pts - joined[0].Pts), whole.Select(frame => frame.Pts));
        }
    }

    [Fact]
    public async Task The_header_comes_first_and_tells_the_length()
    {
        var (published, blobs) = await PublishedAsync();
        var made = await StaticMp4.OpenAsync(StaticMp4.TracksOf(published.Presentation, "90p")!, null, blobs, default);
        var file = await MakeAsync(published.Presentation, "90p", blobs);

        Assert.Equal(made.Bytes, file.Length);
        Assert.Equal(["ftyp", "moov", "mdat"], BoxParser.ReadAll(file).Select(box => box.Type.ToString()));
        var facts = await Ffmpeg.ProbeAsync(file, "-show_entries format=duration,start_time:stream=codec_name,width,nb_frames");
        Assert.Equal(["h264,160,270", "aac,422"], facts[..2].Select(line => line.Trim(',')));
        Assert.Equal("0.000000,9.0", facts[2][..12]);
    }

    [Fact]
    public async Task Every_key_frame_is_a_place_to_seek_to()
    {
        var (published, blobs) = await PublishedAsync();
        var moov = BoxParser.ReadAll(await MakeAsync(published.Presentation, "180p", blobs)).OfType<ContainerBox>().Single();
        var table = moov.Containers("trak").First().Inside("mdia", "minf", "stbl");
        Assert.Equal(Enumerable.Range(0, 9).Select(second => (uint)(second * 30) + 1), table.Need<SyncSampleBox>().Samples);
        Assert.DoesNotContain(moov.Containers("trak").Last().Inside("mdia", "minf", "stbl").Children, box => box is SyncSampleBox);
    }

    [Fact]
    public async Task The_sound_of_each_language_says_which_it_is()
    {
        var (_, blobs) = await PublishedAsync();
        var many = await Sounds.PresentAsync();
        var file = await MakeAsync(many with { Audio = [.. many.Audio, many.Audio[0] with { Name = "pt", Language = "pt-BR" }] }, "720p", blobs);

        Assert.Equal(["und", "eng", "deu", "por"], (await Ffmpeg.ProbeAsync(file, "-show_entries stream_tags=language")).Select(line => line.Trim(',')));
        var tracks = BoxParser.ReadAll(file).OfType<ContainerBox>().Single().Containers("trak").Select(trak => trak.Inside("mdia"));
        Assert.Equal("pt-BR", Assert.Single(tracks.SelectMany(media => media.Children.OfType<ExtendedLanguageBox>())).Language);
    }

    [Fact]
    public async Task Equal_presentations_give_equal_bytes()
    {
        var (published, blobs) = await PublishedAsync();
        Assert.Equal(await MakeAsync(published.Presentation, "180p", blobs), await MakeAsync(published.Presentation, "180p", blobs));
    }

    [Fact]
    public async Task Sound_alone_is_a_file_too()
    {
        var (published, blobs) = await PublishedAsync();
        var file = await MakeAsync(published.Presentation, "audio", blobs);
        Assert.Equal(["aac"], (await Ffmpeg.ProbeAsync(file, "-show_entries stream=codec_name")).Select(line => line.Trim(',')));
    }

    [Fact]
    public async Task A_rendition_that_is_not_there_makes_no_file()
    {
        var (published, _) = await PublishedAsync();
        Assert.Null(StaticMp4.TracksOf(published.Presentation, "4320p"));
    }

    [Fact]
    public async Task The_best_sound_of_each_language_goes_along()
    {
        var (published, _) = await PublishedAsync();
        var sound = published.Presentation.Audio[0];
        var many = published.Presentation with
        {
            Audio =
            [
                sound with { Name = "de-64k", Language = "de", AverageBitrate = 64_000 },
                sound with { Name = "de-128k", Language = "de", AverageBitrate = 128_000 },
                sound with { Name = "fr-64k", Language = "fr", AverageBitrate = 64_000 },
            ],
        };
        Assert.Equal(["180p", "de-128k", "fr-64k"], StaticMp4.TracksOf(many, "180p")!.Select(track => track.Name));
    }

    [Fact]
    public async Task Segments_that_were_deleted_or_changed_are_noticed()
    {
        var (published, blobs) = await PublishedAsync();
        var second = new BlobPath(Containers.Media, published.Segment("180p", 1));
        blobs.Replace(second, blobs[new BlobPath(Containers.Media, published.Segment("180p", 2))]);
        await Assert.ThrowsAsync<Mp4Exception>(() => MakeAsync(published.Presentation, "180p", blobs));
        await blobs.DeleteAsync(second, default);
        await Assert.ThrowsAsync<BlobChangedException>(() => MakeAsync(published.Presentation, "180p", blobs));
    }

    [Fact]
    public async Task Only_headers_are_fetched_to_know_the_length()
    {
        var (published, blobs) = await PublishedAsync();
        await StaticMp4.OpenAsync(StaticMp4.TracksOf(published.Presentation, "180p")!, null, blobs, default);
        Assert.InRange(blobs.BytesRead, 1, 10 * 4096);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(2, 4)]
    [InlineData(2.5, 5.3)]
    [InlineData(7.9, 9)]
    public async Task A_clip_shows_exactly_its_span_in_picture_and_sound(double start, double end)
    {
        var (published, blobs) = await PublishedAsync();
        var clip = await MakeAsync(published.Presentation, "180p", blobs, new StaticSpan(start, end));
        var whole = await MakeAsync(published.Presentation, "180p", blobs);

        // The frames of the whole that are shown in the span, from their own start.
        var expected = (await FramesAsync(whole, "v")).Where(frame => frame.Pts >= start * 15360 && frame.Pts < end * 15360).Select(frame => frame.Hash).ToList();
        var shown = await FramesAsync(clip, "v");
        Assert.Equal(expected, shown.Select(frame => frame.Hash));
        Assert.Equal(0, shown[0].Pts);
        var facts = await Ffmpeg.ProbeAsync(clip, "-show_entries stream=duration:format=start_time");
        Assert.All(facts[..2], line => Assert.InRange(double.Parse(line.Trim(','), CultureInfo.InvariantCulture), end - start - 0.022, end - start + 0.022));
        // No more than one segment before and behind is carried along.
        Assert.True(clip.Length <= whole.Length * (end - start + 4) / 9, $"{clip.Length} of {whole.Length}");
    }

    [Fact]
    public async Task Picture_and_sound_of_a_clip_begin_at_the_same_moment_though_their_segments_do_not()
    {
        var (published, blobs) = await PublishedAsync();
        var moov = BoxParser.ReadAll(await MakeAsync(published.Presentation, "180p", blobs, new StaticSpan(2.5, 5))).OfType<ContainerBox>().First();
        var edits = moov.Containers("trak").Select(track => Assert.Single(track.Inside("edts").Need<EditListBox>().Entries)).ToList();
        var sound = published.Presentation.Audio[0].Segments[1].Start;
        Assert.NotEqual(2 * 48000, sound);
        Assert.Equal((2.5 * 48000) - sound, edits[1].MediaTime);
        var reordering = moov.Containers("trak").First().Inside("mdia", "minf", "stbl").Need<CompositionOffsetBox>().Entries[0].Offset;
        Assert.Equal((0.5 * 15360) + reordering, edits[0].MediaTime);
        Assert.All(edits, edit => Assert.Equal(2.5 * 15360, edit.Duration));
    }

    [Fact]
    public async Task Sound_that_ends_before_a_clip_is_left_out_of_it()
    {
        var (published, blobs) = await PublishedAsync();
        var shorter = published.Presentation with { Audio = [published.Presentation.Audio[0] with { Segments = [published.Presentation.Audio[0].Segments[0]] }] };
        var clip = await MakeAsync(shorter, "180p", blobs, new StaticSpan(6, 8));
        Assert.Equal(["h264"], (await Ffmpeg.ProbeAsync(clip, "-show_entries stream=codec_name")).Select(line => line.Trim(',')));
    }

    private static async Task<byte[]> MakeAsync(Presentation presentation, string rendition, MemoryBlobStore blobs, StaticSpan? span = null)
    {
        var made = await StaticMp4.OpenAsync(StaticMp4.TracksOf(presentation, rendition)!, span, blobs, default);
        var output = new MemoryStream();
        await made.WriteAsync(output, default);
        return output.ToArray();
    }

    private static async Task<(Published Published, MemoryBlobStore Blobs)> PublishedAsync()
    {
        var published = await Published.CreateAsync();
        var blobs = new MemoryBlobStore();
        foreach (var (name, bytes) in published.Files)
            await blobs.CreateAsync(new BlobPath(Containers.Media, name), bytes, "video/mp4", default);
        return (published, blobs);
    }

    /// <summary>Time of showing and hash of each frame's decoded content.</summary>
    private static async Task<List<(long Pts, string Hash)>> FramesAsync(byte[] media, string stream)
    {
        var lines = System.Text.Encoding.UTF8.GetString(await Ffmpeg.HashAsync(media, stream)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return [.. lines.Where(line => !line.StartsWith('#')).Select(line => line.Split(',')).Select(fields =>
            (long.Parse(fields[2], CultureInfo.InvariantCulture), fields[^1].Trim()))];
    }
}
