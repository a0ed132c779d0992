using StreamPlatform.Domain.Playback;
using StreamPlatform.Domain.Processing;

namespace StreamPlatform.Media.Tests.Packaging;

/// <summary>A presentation with many tracks: the published one's pictures and sound under other names.</summary>
internal static class Sounds
{
    public static async Task<Presentation> PresentAsync()
    {
        var presentation = (await Published.CreateAsync()).Presentation;
        return presentation with
        {
            Video = [presentation.Video[0] with { Name = "720p", Width = 1280, Height = 720 }, presentation.Video[1] with { Name = "180p", Width = 320, Height = 180 }],
            Audio =
            [
                Track("en-128k", "English", 2, 3), Track("en-64k", "English", 2, 1), Track("en-384k-51", "English", 6, 9),
                Track("de-128k", "Deutsch", 2, 3), Track("de-64k", "Deutsch", 2, 1),
                Track("en-128k-2", "English (commentary)", 2, 3), Track("en-64k-2", "English (commentary)", 2, 1),
            ],
            Text =
            [
                new PresentedText("text-en", "en", "English", TextKind.Subtitles, "asset_1/run/text/text-en.vtt", 4000),
                new PresentedText("text-en-captions", "en", "English (captions)", TextKind.Captions, "asset_1/run/text/text-en-captions.vtt", 4000),
            ],
        };

        PresentedAudio Track(string name, string label, int channels, int factor) => presentation.Audio[0] with
        {
            Name = name,
            Language = name[..2],
            Label = label,
            Channels = channels,
            AverageBitrate = presentation.Audio[0].AverageBitrate * factor,
            PeakBitrate = presentation.Audio[0].PeakBitrate * factor,
            IsDefault = label == "English",
            Role = label.EndsWith("(commentary)", StringComparison.Ordinal) ? AudioRole.Commentary : AudioRole.Main,
        };
    }
}
