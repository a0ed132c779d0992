using System.Xml.Linq;
using StreamPlatform.Domain.Playback;
using StreamPlatform.Media.Packaging;
using StreamPlatform.Media.Packaging.Dash;
using StreamPlatform.Media.Packaging.Hls;

namespace StreamPlatform.Media.Tests.Packaging;

public sealed class ManifestWriterTests
{
    private static readonly ManifestWriter Writer = new();

    [Fact]
    public async Task The_multivariant_playlist_tells_what_a_player_chooses_by()
    {
        var published = await Published.CreateAsync();
        var text = published.Text("master.m3u8");
        var playlist = HlsMultivariantPlaylist.Read(text);
        Assert.Equal(text, playlist.Write());
        var variant = playlist.Variants[0];
        Assert.Equal(("180p.m3u8?token=x", 320, 180, 30m, "audio"), (variant.Uri, variant.Width, variant.Height, variant.FrameRate, variant.AudioGroup));
        Assert.Matches("^avc1\\.64[0-9A-F]{4},mp4a\\.40\\.2$", variant.Codecs);
        Assert.True(variant.Bandwidth > variant.AverageBandwidth);
        Assert.Equal("audio.m3u8?token=x", Assert.Single(playlist.Renditions).Uri);
    }

    [Fact]
    public async Task A_complete_media_playlist_is_vod_and_exact()
    {
        var published = await Published.CreateAsync();
        var playlist = HlsMediaPlaylist.Read(published.Text("180p.m3u8"));
        Assert.Equal(published.Text("180p.m3u8"), playlist.Write());
        Assert.Equal(("VOD", 2, true), (playlist.Type, playlist.TargetDuration, playlist.Ended));
        Assert.Null(playlist.StartOffset);
        Assert.Equal([2, 2, 2, 2, 1], playlist.Segments.Select(segment => segment.Seconds));
    }

    [Fact]
    public async Task A_growing_playlist_is_an_event_that_starts_at_zero_and_maps_again_when_the_init_changes()
    {
        var complete = (await Published.CreateAsync()).Presentation;
        var track = complete.Video[1] with
        {
            Segments = [complete.Video[1].Segments[0] with { Name = "head/0.m4s", InitName = "head/init.mp4" }, .. complete.Video[1].Segments.Skip(1).Take(2)],
        };
        var growing = complete with { Complete = false, Video = [track], TargetSegmentSeconds = 4 };
        var text = Writer.HlsMedia(growing, "90p", Published.Uri)!;
        var playlist = HlsMediaPlaylist.Read(text);
        Assert.Equal(("EVENT", 4, 0m, false), (playlist.Type, playlist.TargetDuration, playlist.StartOffset, playlist.Ended));
        Assert.Equal(2, text.Split("#EXT-X-MAP:").Length - 1);
        Assert.DoesNotContain("DISCONTINUITY", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Audio_alone_is_a_variant_of_its_own()
    {
        var presentation = (await Published.CreateAsync()).Presentation with { Video = [] };
        var playlist = HlsMultivariantPlaylist.Read(Writer.HlsMultivariant(presentation, track => track));
        Assert.Equal("mp4a.40.2", Assert.Single(playlist.Variants).Codecs);
        Assert.Empty(playlist.Renditions);
        Assert.Equal("audio", Assert.Single(DashReader.Read(Writer.DashMpd(presentation, Published.Uri)).AdaptationSets).ContentType);
    }

    [Fact]
    public async Task A_track_that_is_not_there_has_no_playlist() =>
        Assert.Null(Writer.HlsMedia((await Published.CreateAsync()).Presentation, "4320p", Published.Uri));

    [Fact]
    public async Task The_mpd_reads_back_to_the_same_segments_with_escaped_queries()
    {
        var published = await Published.CreateAsync();
        var text = published.Text("manifest.mpd");
        var mpd = DashReader.Read(text);
        var video = Assert.Single(mpd.AdaptationSets, set => set is { ContentType: "video", TrickModeOf: null });
        Assert.Equal(published.Presentation.Video[0].Segments.Select(segment => Published.Uri(segment.Name)), video.Representations[0].Segments.Select(segment => segment.Uri));
        Assert.Equal(published.Presentation.Video[0].Segments.Select(segment => segment.Start), video.Representations[0].Segments.Select(segment => segment.Start));
        Assert.Contains("$Number%06d$", text, StringComparison.Ordinal);
        Assert.Contains("profile:isoff-live:2011", text, StringComparison.Ordinal);
        Assert.Contains("&amp;s=a%2Fb$$1", text, StringComparison.Ordinal);
        Assert.Contains("<S t=\"0\" d=\"30720\" r=\"3\" />", text, StringComparison.Ordinal);
        Assert.Equal(text, DashWriter.Write(mpd));
    }

    [Fact]
    public async Task Irregular_names_fall_back_to_a_segment_list()
    {
        var presentation = (await Published.CreateAsync()).Presentation;
        var text = Writer.DashMpd(presentation, name => $"https://media.test/{name.GetHashCode(StringComparison.Ordinal):x}?{name.Length}");
        Assert.NotEmpty(XDocument.Parse(text).Descendants(DashWriter.Namespace + "SegmentURL"));
        Assert.Equal(text, DashWriter.Write(DashReader.Read(text)));
    }

    [Fact]
    public async Task Several_languages_share_one_group_and_have_a_set_each()
    {
        var presentation = (await Published.CreateAsync()).Presentation;
        presentation = presentation with { Audio = [presentation.Audio[0], presentation.Audio[0] with { Name = "de", Language = "de" }] };
        var playlist = HlsMultivariantPlaylist.Read(Writer.HlsMultivariant(presentation, track => track));
        Assert.Equal([null, "de"], playlist.Renditions.Select(rendition => rendition.Language));
        Assert.Equal([true, false], playlist.Renditions.Select(rendition => rendition.Default));
        Assert.Equal(4, DashReader.Read(Writer.DashMpd(presentation, Published.Uri)).AdaptationSets.Count);
    }

    [Fact]
    public async Task Small_rungs_go_with_the_low_rate_and_big_ones_are_offered_with_surround_too()
    {
        var presentation = await Sounds.PresentAsync();
        var playlist = HlsMultivariantPlaylist.Read(Writer.HlsMultivariant(presentation, track => track));
        Assert.Equal(
            [("720p", "audio"), ("720p", "audio-surround"), ("180p", "audio-low")],
            playlist.Variants.Select(variant => (variant.Uri, variant.AudioGroup)));
        Assert.Equal(playlist.Variants[0].Bandwidth, playlist.Variants[1].Bandwidth);
        Assert.True(playlist.Variants[0].AverageBandwidth < playlist.Variants[1].AverageBandwidth);
        foreach (var group in playlist.Renditions.Where(rendition => rendition.Type == "AUDIO").GroupBy(rendition => rendition.GroupId))
        {
            Assert.Equal(["English", "Deutsch", "English (commentary)"], group.Select(rendition => rendition.Name));
            Assert.Equal([("en", true, true), ("de", false, true), ("en", false, false)], group.Select(rendition => (rendition.Language, rendition.Default, rendition.AutoSelect)));
        }

        Assert.Equal(
            [("en-128k", "2"), ("de-128k", "2"), ("en-128k-2", "2"), ("en-64k", "2"), ("de-64k", "2"), ("en-64k-2", "2"), ("en-384k-51", "6"), ("de-128k", "2"), ("en-128k-2", "2")],
            playlist.Renditions.Where(rendition => rendition.Type == "AUDIO").Select(rendition => (rendition.Uri, rendition.Channels)));
    }

    [Fact]
    public async Task An_mpd_has_a_set_for_each_language_layout_and_purpose()
    {
        var text = Writer.DashMpd(await Sounds.PresentAsync(), Published.Uri);
        var sets = DashReader.Read(text).AdaptationSets;
        Assert.Equal(text, DashWriter.Write(DashReader.Read(text)));
        Assert.Equal(
            [
                ("video", null, null, "main", "720p 180p"), ("audio", "en", "English", "main", "en-128k en-64k"), ("audio", "en", "English 5.1", "main", "en-384k-51"),
                ("audio", "de", "Deutsch", "alternate", "de-128k de-64k"), ("audio", "en", "English (commentary)", "commentary", "en-128k-2 en-64k-2"),
                ("text", "en", "English", "subtitle", "text-en"), ("text", "en", "English (captions)", "caption", "text-en-captions"),
            ],
            sets.Select(set => (set.ContentType, set.Language, set.Label, set.Role, string.Join(' ', set.Representations.Select(representation => representation.Id)))));
        Assert.Equal(6, sets[2].Representations[0].Channels);
        Assert.Equal(Published.Uri("asset_1/run/text/text-en.vtt"), sets[5].Representations[0].BaseUri);
    }

    [Fact]
    public async Task Subtitles_are_a_group_of_every_variant_and_a_playlist_of_one_file()
    {
        var presentation = await Sounds.PresentAsync();
        var playlist = HlsMultivariantPlaylist.Read(Writer.HlsMultivariant(presentation, track => track));
        Assert.All(playlist.Variants, variant => Assert.Equal("text", variant.SubtitleGroup));
        var texts = playlist.Renditions.Where(rendition => rendition.Type == "SUBTITLES").ToList();
        Assert.Equal(["English", "English (captions)"], texts.Select(rendition => rendition.Name));
        Assert.Contains("transcribes-spoken-dialog", texts[1].Characteristics, StringComparison.Ordinal);

        var media = HlsMediaPlaylist.Read(Writer.HlsMedia(presentation, "text-en", Published.Uri)!);
        Assert.Equal((9m, true), (Assert.Single(media.Segments).Seconds, media.Ended));
        Assert.Null(media.Segments[0].MapUri);
    }

    [Fact]
    public async Task Sound_alone_is_a_variant_a_rate_and_with_several_tracks_a_variant_a_group()
    {
        var presentation = await Sounds.PresentAsync() with { Video = [] };
        var several = HlsMultivariantPlaylist.Read(Writer.HlsMultivariant(presentation, track => track));
        Assert.Equal([("en-128k", "audio"), ("en-64k", "audio-low"), ("en-384k-51", "audio-surround")], several.Variants.Select(variant => (variant.Uri, variant.AudioGroup)));

        var one = presentation with { Audio = [.. presentation.Audio.Where(track => track.Language == "de")], Text = [] };
        var alone = HlsMultivariantPlaylist.Read(Writer.HlsMultivariant(one, track => track));
        Assert.Equal([("de-128k", null), ("de-64k", null)], alone.Variants.Select(variant => (variant.Uri, variant.AudioGroup)));
        Assert.Empty(alone.Renditions);
    }

    [Theory]
    [InlineData("")]
    [InlineData("#EXTM3U\n#EXTINF:x,\na\n")]
    [InlineData("#EXTM3U\n#EXTINF:99999999999999999999999999999999,\na\n")]
    [InlineData("#EXTM3U\n#EXT-X-TARGETDURATION:-1\n")]
    [InlineData("#EXTM3U\n#EXT-X-TARGETDURATION:4\nno-extinf\n")]
    [InlineData("#EXTM3U\n#EXT-X-TARGETDURATION:4\n#EXT-X-MAP:URI=\"open\n")]
    public void Broken_playlists_are_refused(string text) => Assert.Throws<ManifestException>(() => HlsMediaPlaylist.Read(text));

    [Theory]
    [InlineData("")]
    [InlineData("<MPD/>")]
    [InlineData("<!DOCTYPE x [<!ENTITY a \"b\">]><MPD xmlns=\"urn:mpeg:dash:schema:mpd:2011\">&a;</MPD>")]
    [InlineData("<MPD xmlns=\"urn:mpeg:dash:schema:mpd:2011\" mediaPresentationDuration=\"x\" minBufferTime=\"PT1S\"><Period/></MPD>")]
    public void Broken_mpds_are_refused(string text) => Assert.Throws<ManifestException>(() => DashReader.Read(text));
}
