namespace StreamPlatform.Media.Pictures;

/// <summary>
/// Chooses the picture that stands for a video: the best of each scene competes, sharp, well exposed and colourful ones win.
/// Nothing black, white, flat or blurred is chosen while there is anything else.
/// </summary>
internal static class PosterChoice
{
    /// <summary>So much of the picture in other colours: another scene.</summary>
    private const double CutDistance = 0.4;

    /// <summary>Less than this part of what the video's sharp pictures have is blurred.</summary>
    private const double BlurredBelow = 0.2;

    /// <summary>Titles and credits: they are taken when the rest is no better.</summary>
    private const double OpeningPart = 0.02;
    private const double ClosingPart = 0.96;

    /// <param name="frames">In order of time.</param>
    /// <param name="preferred">Part of the duration; breaks ties.</param>
    public static SampledFrame Choose(IReadOnlyList<SampledFrame> frames, double durationSeconds, double preferred)
    {
        var whole = frames.Where(frame => !IsFlat(frame.Measure)).Select(frame => frame.Measure.Sharpness).Order().ToList();
        var sharp = whole.Count == 0 ? 1 : Math.Max(1, whole[whole.Count * 3 / 4]);
        return Scenes(frames)
            .Select(scene => (Frame: scene.MaxBy(frame => Score(frame, sharp, durationSeconds, preferred))!, Share: (double)scene.Count / frames.Count))
            .MaxBy(best => Score(best.Frame, sharp, durationSeconds, preferred) + (0.05 * best.Share)).Frame;
    }

    private static List<List<SampledFrame>> Scenes(IReadOnlyList<SampledFrame> frames)
    {
        var scenes = new List<List<SampledFrame>>();
        for (var i = 0; i < frames.Count; i++)
        {
            if (i == 0 || frames[i].Measure.DistanceTo(frames[i - 1].Measure) > CutDistance)
                scenes.Add([]);
            scenes[^1].Add(frames[i]);
        }

        return scenes;
    }

    /// <summary>Above 2 for pictures to be shown, above 1 for blurred ones, the rest shows nothing.</summary>
    private static double Score(SampledFrame frame, double sharp, double durationSeconds, double preferred)
    {
        var measure = frame.Measure;
        var tier = IsFlat(measure) ? 0 : measure.Sharpness < BlurredBelow * sharp ? 1 : 2;
        var sharpness = Math.Min(1, Math.Log(1 + measure.Sharpness) / Math.Log(1 + (1.5 * sharp)));
        var exposure = (1 - (Math.Abs(measure.Mean - 120) / 135)) * Math.Min(1, measure.Deviation / 55);
        var colour = Math.Min(1, measure.Colourfulness / 60);
        var place = durationSeconds > 0 ? frame.Seconds / durationSeconds : 0;
        var aside = place is < OpeningPart or > ClosingPart ? 0.15 : 0;
        return tier + (0.9 * ((0.4 * sharpness) + (0.3 * exposure) + (0.3 * colour) - aside - (0.03 * Math.Abs(place - preferred))));
    }

    private static bool IsFlat(FrameMeasure measure) => measure.Deviation < 9 || measure.Dark > 0.94 || measure.Bright > 0.97;
}
