namespace StreamPlatform.Domain.Processing;

/// <summary>
/// What a ladder can't do without. Of the H.264 rungs up to 480p one must be there, or the smallest where all are larger:
/// every device decodes it and a slow connection carries it; what is above only looks better. Of a source with sound one
/// AAC rendition must be there, because silence would not be noticed as a fault. Of an extension everything was asked for.
/// </summary>
public static class RequiredRenditions
{
    /// <summary>The largest short side that slow connections carry.</summary>
    private const int LowShortSide = 480;

    /// <summary>Groups of names: at least one of each group must be made.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Of(TranscodePlan plan)
    {
        if (plan.Extends is not null)
        {
            return [.. plan.Video.Select(rung => (IReadOnlyList<string>)[rung.Name])];
        }

        var groups = new List<IReadOnlyList<string>>();
        if (plan.Video.Count > 0)
        {
            var usual = OrAll(plan.Video, rung => rung.Codec == "h264");
            var low = usual.Where(rung => ShortSide(rung) <= LowShortSide).Select(rung => rung.Name).ToList();
            groups.Add(low.Count > 0 ? low : [usual.MinBy(ShortSide)!.Name]);
        }

        if (plan.Audio.Count > 0)
        {
            groups.Add([.. OrAll(plan.Audio, rendition => rendition.Codec == "aac").Select(rendition => rendition.Name)]);
        }

        return groups;
    }

    private static int ShortSide(VideoRendition rung) => Math.Min(rung.Width, rung.Height);

    private static List<T> OrAll<T>(IReadOnlyList<T> renditions, Func<T, bool> wanted) =>
        renditions.Any(wanted) ? [.. renditions.Where(wanted)] : [.. renditions];
}
