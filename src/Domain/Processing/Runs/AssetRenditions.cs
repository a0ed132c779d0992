using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Playback;

namespace StreamPlatform.Domain.Processing.Runs;

/// <summary>What the asset says of a presentation.</summary>
internal static class AssetRenditions
{
    public static IEnumerable<AssetRendition> Of(Presentation presentation)
    {
        foreach (var video in presentation.Video)
        {
            yield return new AssetRendition(
                video.Name, "video", video.Codecs, video.Width, video.Height, video.AverageBitrate, video.PeakBitrate);
        }

        foreach (var audio in presentation.Audio)
        {
            yield return new AssetRendition(audio.Name, "audio", audio.Codecs, 0, 0, audio.AverageBitrate, audio.PeakBitrate);
        }
    }
}
