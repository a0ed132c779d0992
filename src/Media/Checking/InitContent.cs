using StreamPlatform.Media.Mp4;
using StreamPlatform.Media.Packaging.Cutting;

namespace StreamPlatform.Media.Checking;

/// <summary>What an init segment says of its one track.</summary>
internal sealed record InitContent(uint TrackId, int Timescale, string Codecs, bool IsVideo, byte? AvcLengthSize, IReadOnlyList<TrackExtendsBox> Defaults)
{
    /// <exception cref="Mp4Exception">It is no init segment of one track.</exception>
    public static InitContent Read(ReadOnlyMemory<byte> bytes)
    {
        var moov = BoxParser.ReadAll(bytes).OfType<ContainerBox>().FirstOrDefault(box => box.Type == "moov") ?? throw new Mp4Exception("The init segment has no moov.");
        var tracks = SourceTrack.ReadAll(moov);
        if (tracks.Count != 1) throw new Mp4Exception($"The init segment has {tracks.Count} tracks.");
        var track = tracks[0];
        var avc = (track.Entry as VideoSampleEntry)?.Children.OfType<AvcConfigurationBox>().FirstOrDefault();
        return new InitContent(
            track.Id, (int)track.Timescale, CodecString.Of(track.Entry), track.Handler == "vide", avc?.LengthSize,
            [.. moov.Inside("mvex").Children.OfType<TrackExtendsBox>()]);
    }
}
