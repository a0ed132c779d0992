using System.Globalization;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Domain.Processing.Profiles;

namespace StreamPlatform.Media.Measuring;

/// <summary>
/// Chooses each rung's quality: as good as the bitrate cap could make it, less a difference nobody sees. Titles that are
/// hard to encode keep the cap; of the others the bits are saved that would buy nothing. Rungs that would hardly be
/// smaller than the next larger one are dropped.
/// </summary>
internal sealed class LadderChooser(TranscodePlan plan, IReadOnlyList<RungMeasurement> measurements)
{
    /// <summary>SSIM given up against what the cap's bitrate would reach.</summary>
    private const double Unseen = 0.0011;

    private const double LeastCrf = 12;

    /// <summary>The best quality that a cap is believed to be able to reach: x264 spends any bitrate it is given.</summary>
    private const double LeastCrfOfCap = 4;

    /// <summary>Of the cap: one pass at an average bitrate ends a little below it.</summary>
    private const double CapReached = 0.93;

    private const double MostCrf = 38;

    /// <summary>A rung with more than this share of the next larger one's bits is no help to a viewer who hasn't those.</summary>
    private const double Useless = 0.8;

    private readonly List<string> _why = [];

    public LadderChoice Choose()
    {
        var measured = plan.Video.Where(rung => rung.Codec == "h264" && Curve(rung) is not null).ToList();
        if (measured.Count == 0)
            return new LadderChoice { Video = plan.Video, Why = ["The title could not be measured: every rung has the profile's own quality."] };

        var chosen = measured.ToDictionary(rung => rung.Height, rung => CrfOf(rung, Curve(rung)!));
        var dropped = Dropped(measured, chosen);
        return new LadderChoice
        {
            Video = [.. plan.Video.Where(rung => !dropped.Contains(rung.Height)).Select(rung => chosen.TryGetValue(rung.Height, out var crf) ? rung with { Crf = InScaleOf(rung, crf) } : rung)],
            Why = _why,
        };
    }

    private QualityCurve? Curve(VideoRendition rung) =>
        measurements.Where(point => point.Rendition == rung.Name).ToList() is var points && points.DistinctBy(point => point.Crf).Count() > 1 ? new QualityCurve(points) : null;

    private double CrfOf(VideoRendition rung, QualityCurve curve)
    {
        var cap = rung.BufferBits / 2.0;
        var best = curve.SsimAt(curve.CrfForBitrate(cap, LeastCrfOfCap, MostCrf));
        var crf = Math.Round(Math.Max(curve.CrfForBitrate(CapReached * cap, LeastCrf, MostCrf), curve.CrfFor(best - Unseen, LeastCrf, MostCrf)), 1);
        _why.Add(string.Create(
            CultureInfo.InvariantCulture,
            $"{rung.Name}: CRF {crf:0.0}, about {curve.BitrateAt(crf) / 1000:0} kbit/s for SSIM {curve.SsimAt(crf):0.0000}; the cap of {cap / 1000:0} kbit/s would reach {best:0.0000}."));
        return crf;
    }

    /// <summary>Heights of rungs that bring nothing. The head start's rung stays, because players begin on it, and that of trick play.</summary>
    private HashSet<int> Dropped(List<VideoRendition> measured, Dictionary<int, double> crfs)
    {
        string?[] kept = [plan.Items.FirstOrDefault(item => item.Kind == WorkItemKind.HeadStart)?.Renditions[0], .. plan.KeyFrames?.Renditions ?? []];
        var dropped = new HashSet<int>();
        var above = Curve(measured[0])!.BitrateAt(crfs[measured[0].Height]);
        foreach (var rung in measured.Skip(1))
        {
            var bitrate = Math.Min(Curve(rung)!.BitrateAt(crfs[rung.Height]), rung.BufferBits / 2.0);
            if (!kept.Contains(rung.Name) && bitrate > Useless * above)
            {
                dropped.Add(rung.Height);
                _why.Add(string.Create(CultureInfo.InvariantCulture, $"{rung.Name} is left out: {bitrate / 1000:0} kbit/s is hardly less than the {above / 1000:0} of the next larger rung."));
                continue;
            }

            above = bitrate;
        }

        return dropped;
    }

    /// <summary>Other codecs follow by as much as H.264's quality was moved from its profile's, on their own scale.</summary>
    private double InScaleOf(VideoRendition rung, double h264)
    {
        if (rung.Codec == "h264")
            return h264;
        var usual = plan.Video.First(other => other.Codec == "h264" && other.Height == rung.Height).Crf;
        return Math.Round(rung.Crf + ((h264 - usual) * (rung.Codec == "av1" ? 1.3 : 1)), 1);
    }
}
