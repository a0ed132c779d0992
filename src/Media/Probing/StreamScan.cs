namespace StreamPlatform.Media.Probing;

/// <summary>What ffprobe said of a stream, and a tally of its packets.</summary>
internal sealed class StreamScan
{
    private readonly Dictionary<string, string> _facts = new(StringComparer.Ordinal);

    public int Index { get; init; }
    public long Packets { get; private set; }

    /// <summary>Packets outside edit lists: decoded, never shown.</summary>
    public long Discarded { get; private set; }

    public double FirstPts { get; private set; } = double.PositiveInfinity;
    public double LastPts { get; private set; } = double.NegativeInfinity;

    /// <summary>End of the last packet on the container's clock, seconds.</summary>
    public double End { get; private set; } = double.NegativeInfinity;

    /// <summary>Shown frames a second as counted; NaN when there are too few.</summary>
    public double Rate => Packets - Discarded is var shown and > 2 ? (shown - 1) / (LastPts - FirstPts) : double.NaN;

    public string Type => this["codec_type"];
    public string Codec => this["codec_name"] is "" or "unknown" or "none" ? this["codec_tag_string"] : this["codec_name"];
    public bool HasCodec => this["codec_name"] is not ("" or "unknown" or "none");
    public bool IsPicture => this["disposition:attached_pic"] == "1";

    /// <summary>A fact by ffprobe's name; empty when there is none.</summary>
    public string this[string name]
    {
        get => _facts.TryGetValue(name, out var value) && value is not "N/A" ? value : "";
        set => _facts[name] = value;
    }

    public int Number(string name) => int.TryParse(this[name], out var value) ? value : 0;

    public long LongNumber(string name) => long.TryParse(this[name], out var value) ? value : 0;

    public double Seconds(string name) => Scan.Seconds(this[name]);

    public void ExtendTo(double end) => End = Math.Max(End, end);

    public void Add(double pts, double duration, bool discarded)
    {
        Packets++;
        if (discarded)
        {
            Discarded++;
            return;
        }

        if (double.IsNaN(pts))
            return;
        FirstPts = Math.Min(FirstPts, pts);
        LastPts = Math.Max(LastPts, pts);
        End = Math.Max(End, pts + (double.IsNaN(duration) ? 0 : duration));
    }
}
