using System.Globalization;

namespace StreamPlatform.Media.Live;

/// <summary>The sizes that a broadcast is encoded in.</summary>
/// <param name="Heights">Of the rungs, lines; those above the source's are left out.</param>
public sealed record LiveLadder(IReadOnlyList<int> Heights)
{
    public const int LeastHeight = 144, MostHeight = 1080, MostRungs = 5;

    private const long AudioBitrate = 128_000;

    /// <summary>Bits a second by lines, for 30 frames a second; more frames take half as much again.</summary>
    private static readonly (int Height, long Bitrate)[] Bitrates = [(1080, 5_000_000), (720, 2_800_000), (480, 1_300_000), (360, 800_000), (240, 400_000), (0, 250_000)];

    /// <summary>
    /// The tracks of a source, the largest picture first. One that is smaller than every rung keeps its size; of one that stands
    /// upright the shorter side counts.
    /// </summary>
    public IReadOnlyList<LiveRung> For(LiveSource source, LiveGrid grid)
    {
        var (shorter, longer) = (Math.Min(source.Width, source.Height), Math.Max(source.Width, source.Height));
        var sides = Heights.Where(height => height <= shorter).Distinct().OrderDescending().ToList();
        if (sides.Count == 0) sides.Add(shorter);
        return [.. sides.Select(side =>
        {
            var (small, large) = (Even(side), Even((double)side * longer / shorter));
            var bitrate = Bitrates.First(step => step.Height <= side).Bitrate * (grid.Video.FrameRate.Value > 31 ? 3 : 2) / 2;
            return source.Width >= source.Height ? new LiveRung(side, large, small, bitrate) : new LiveRung(side, small, large, bitrate);
        })];
    }

    /// <summary>As they are announced, in the order in which the encoder process writes them.</summary>
    public static IReadOnlyList<LiveTrackSpec> Tracks(IReadOnlyList<LiveRung> rungs, LiveSource source) =>
    [
        .. rungs.Select(rung => new LiveTrackSpec(string.Create(CultureInfo.InvariantCulture, $"{rung.Side}p"), true, rung.Bitrate)),
        .. source.HasAudio ? [new LiveTrackSpec("audio", false, AudioBitrate)] : Array.Empty<LiveTrackSpec>(),
    ];

    private static int Even(double pixels) => Math.Max(2, 2 * (int)Math.Round(pixels / 2));
}
