namespace StreamPlatform.Media.Probing;

/// <summary>What ffprobe said of a stream, and a tally of its packets.</summary>
internal sealed class StreamScan
{
    private readonly Dictionary<string, string> _facts = new(StringComparer.Ordinal);

    public int Index { get; init; }
    public long Packets { get; private set; }

    /// <summary>Packets outside edit lists: decoded, never shown.</summary>
    public long Discarded { get; private set; }

    /// <summary>Times as the container has them.</summary>
    public PacketTally Stated { get; } = new();

    /// <summary>Times without the jumps of the clock.</summary>
    public PacketTally Continuous { get; } = new();

    public string Type => this["codec_type"];
    public string Codec => HasCodec ? this["codec_name"] : this["codec_tag_string"];
    public bool HasCodec => this["codec_name"] is not ("" or "unknown" or "none");
    public bool IsPicture => this["disposition:attached_pic"] == "1";
    public bool IsDefault => this["disposition:default"] == "1";

    /// <summary>It or its packets come with the names of keys (ISO/IEC 23001-7).</summary>
    public bool IsEncrypted { get; set; }

    /// <summary>A fact by ffprobe's name; empty when there is none.</summary>
    public string this[string name]
    {
        get => _facts.TryGetValue(name, out var value) && value is not "N/A" ? value : "";
        set => _facts[name] = value;
    }

    /// <summary>Shown frames a second as counted; NaN when there are too few.</summary>
    public double Rate(PacketTally times) => Packets - Discarded is var shown and > 2 ? (shown - 1) / (times.LastPts - times.FirstPts) : double.NaN;

    public int Number(string name) => int.TryParse(this[name], out var value) ? value : 0;

    public long LongNumber(string name) => long.TryParse(this[name], out var value) ? value : 0;

    /// <summary>A fact that ffmpeg has a word for, or null.</summary>
    public string? Known(string name) => this[name] is { Length: > 0 } value and not ("unknown" or "unspecified" or "reserved") ? value : null;

    /// <param name="offset">Seconds that take the jumps out of its times.</param>
    public void Add(double pts, double dts, double duration, bool discarded, double offset)
    {
        Packets++;
        if (discarded)
        {
            Discarded++;
            return;
        }

        Stated.Add(pts, dts, duration);
        Continuous.Add(pts + offset, dts + offset, duration);
    }
}
