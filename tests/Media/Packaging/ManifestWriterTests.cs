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
