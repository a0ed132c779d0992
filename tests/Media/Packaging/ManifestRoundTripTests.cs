using CsCheck;
using StreamPlatform.Media.Packaging.Dash;
using StreamPlatform.Media.Packaging.Hls;

namespace StreamPlatform.Media.Tests.Packaging;

/// <summary>What is written is read back, whatever it holds.</summary>
public sealed class ManifestRoundTripTests
{
    private static readonly Gen<string> Word = Gen.Char["abcXYZ019-_./,=&%?$"].Array[1, 12].Select(chars => "u" + new string(chars));
    private static readonly Gen<decimal> Seconds = Gen.Long[1, 20_000_000].Select(micros => micros / 1_000_000m);

    [Fact]
    public void Media_playlists() => Gen.Select(
        Gen.Int[1, 10], Gen.Bool, Gen.Select(Seconds, Word, Word, (seconds, uri, map) => new HlsSegment(seconds, uri, map)).Array[0, 8],
        (target, ended, segments) => new HlsMediaPlaylist(7, target, ended ? "VOD" : "EVENT", true, ended ? null : 0, segments, ended))
        .Sample(playlist =>
        {
            var read = HlsMediaPlaylist.Read(playlist.Write());
            Assert.Equal(playlist with { Segments = read.Segments }, read);
            Assert.Equal(playlist.Segments, read.Segments);
        }, iter: 300);

    [Fact]
    public void Multivariant_playlists() => Gen.Select(
        Gen.Select(Word, Word, Word, Gen.Bool, (name, language, uri, first) => new HlsRendition("AUDIO", "g", name, language, first, "2", uri)
        {
            AutoSelect = first || name.Length > 5,
            Forced = name.Length > 8,
            Characteristics = name.Length > 6 ? language : null,
        }).Array[0, 4],
        Gen.Select(Word, Gen.Long[1, 1L << 40], Word, Gen.Int[1, 9000], Gen.Int[1, 60000], (uri, bandwidth, codecs, width, rate) =>
            new HlsVariant(uri, bandwidth, bandwidth / 2, codecs, width, width / 2, rate / 1000m, width % 2 == 0 ? "g" : null) { SubtitleGroup = width % 3 == 0 ? "t" : null }).Array[1, 5],
        (renditions, variants) => new HlsMultivariantPlaylist(7, true, renditions, variants))
        .Sample(playlist =>
        {
            var read = HlsMultivariantPlaylist.Read(playlist.Write());
            Assert.Equal(playlist.Renditions, read.Renditions);
            Assert.Equal(playlist.Variants, read.Variants);
        }, iter: 300);

    [Fact]
    public void Mpds_with_any_timeline() => Gen.Select(
        Gen.Select(Gen.Long[1, 5], Gen.Long[0, 1]).Array[1, 20], Gen.Int[0, 500_000], Word, Gen.Bool, (steps, first, query, regular) =>
        {
            var (segments, time) = (new List<DashSegment>(), 0L);
            foreach (var (duration, hole) in steps)
            {
                time += hole;
                segments.Add(new DashSegment(regular ? $"p/{first + segments.Count:D6}.m4s?{query}" : $"{segments.Count}-{query}", time, duration));
                time += duration;
            }

            return new DashRepresentation("1", "avc1.64001F", 1000, 90000, $"init.mp4?{query}", segments, 640, 360, "30000/1001");
        })
        .Sample(representation =>
        {
            var read = DashReader.Read(DashWriter.Write(new DashManifest(9.5m, 4, [new DashAdaptationSet("video", null, [representation])])));
            var back = read.AdaptationSets[0].Representations[0];
            Assert.Equal(representation.Segments, back.Segments);
            Assert.Equal(representation with { Segments = back.Segments }, back);
        }, iter: 300);
}
