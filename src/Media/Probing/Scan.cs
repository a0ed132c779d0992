using System.Globalization;
using StreamPlatform.Domain.Processing;

namespace StreamPlatform.Media.Probing;

/// <summary>One ffprobe run, read line by line as it comes (<c>-of compact</c>): memory doesn't grow with the file.</summary>
internal sealed class Scan
{
    /// <summary>What the run must print, in the order the reader understands.</summary>
    public const string Entries =
        "format=format_name,duration,start_time"
        + ":packet=codec_type,stream_index,pts_time,dts_time,duration_time,flags:packet_side_data=side_data_type"
        + ":stream=index,codec_type,codec_name,codec_tag_string,width,height,sample_aspect_ratio,r_frame_rate,avg_frame_rate,"
        + "nb_frames,start_time,duration,pix_fmt,color_range,color_space,color_transfer,color_primaries,field_order,channels,channel_layout,sample_rate"
        + ":stream_side_data=side_data_type,rotation,displaymatrix,dv_profile,dv_bl_signal_compatibility_id,"
        + "red_x,red_y,green_x,green_y,blue_x,blue_y,white_point_x,white_point_y,min_luminance,max_luminance,max_content,max_average:stream_disposition=attached_pic,default,forced,comment,hearing_impaired,visual_impaired,captions,descriptions"
        + ":stream_tags=language,rotate,title:chapter=start_time,end_time:chapter_tags=title";

    /// <summary>Length of a look at the start and of one at the end.</summary>
    public const double WindowSeconds = 20;

    public const double TailSeconds = 10;

    /// <summary>Rates that differ by no more of it are one: what a few pictures out of order at the end of a window make.</summary>
    private const double SameRate = 0.02;

    /// <summary>More are no chapters.</summary>
    private const int MaxChapters = 1000;

    private readonly SortedDictionary<int, StreamScan> _streams = [];
    private readonly List<SourceChapter> _chapters = [];
    private readonly ClockJumps _jumps = new();
    private StreamScan? _last;
    private bool _endsAsClaimed;
    private double _startTime;

    public string Container { get; private set; } = "";

    /// <summary>What the container claims; NaN when it doesn't.</summary>
    public double ClaimedSeconds { get; private set; } = double.NaN;

    /// <summary>Where the clock starts. Tracks of other kinds, which may begin earlier, aren't read.</summary>
    public double StartTime => BroadcastClock && Played.Select(stream => Seconds(stream["start_time"])).Where(double.IsFinite).DefaultIfEmpty(_startTime).Min() is var first ? first : _startTime;

    public IEnumerable<StreamScan> Streams => _streams.Values;

    /// <summary>On the container's clock, in the container's order.</summary>
    public IReadOnlyList<SourceChapter> Chapters => _chapters;

    /// <summary>Its clock jumps, and ffmpeg takes the jumps out: of formats whose clock belongs to a broadcast, not to the file.</summary>
    public bool ClockJumps => _jumps.Count > 0 && BroadcastClock;

    private bool BroadcastClock => Container is "mpegts" or "mpeg";

    /// <summary>Packets seen in all streams together.</summary>
    public long Packets { get; private set; }

    public async Task ReadAsync(Stream output, CancellationToken ct)
    {
        using var reader = new StreamReader(output);
        while (await reader.ReadLineAsync(ct) is { } line)
            Read(line);
    }

    /// <summary>Every packet was counted; else the sample table (ISO BMFF without fragments has one) tells the rest.</summary>
    public bool Whole { get; init; }

    /// <summary>The container claims to end, and every stream that was read ended, within the window of a partial run.</summary>
    public bool FitsWindow => Played.All(stream => stream.Stated.End - StartTime < WindowSeconds) && !(ClaimedSeconds >= WindowSeconds);

    /// <summary>What lies behind the window was counted too, or follows from tables or from a rate that holds to the end.</summary>
    public bool TellsAll => Whole || FitsWindow || _endsAsClaimed;

    /// <summary>What lies behind the window can be taken from sample tables or an index of key frames, if they hold to the end.</summary>
    public bool HasIndex => HasTables || (Container.StartsWith("matroska,", StringComparison.Ordinal) && ClaimedSeconds > WindowSeconds + TailSeconds);

    private bool HasTables => Container.StartsWith("mov,", StringComparison.Ordinal) && Played.All(stream => stream.LongNumber("nb_frames") > 1);

    /// <summary>Moving pictures and sound.</summary>
    public IEnumerable<StreamScan> Played => Streams.Where(stream => stream is { IsPicture: false, Type: "video" or "audio" });

    /// <summary>
    /// Takes over the ends found in the last seconds; false when a stream has nothing there or less than it claims, or shows
    /// pictures at another rate there and no table counts them.
    /// </summary>
    public bool EndsAsClaimed(Scan tail)
    {
        foreach (var stream in Played)
        {
            if (stream.Packets == 0 || !tail._streams.TryGetValue(stream.Index, out var end) || end.Packets == 0 || ClaimedSeconds - (end.Stated.End - StartTime) > TailSeconds)
                return false;
            if (!HasTables && stream.Type == "video" && !(Math.Abs((end.Rate(end.Stated) / stream.Rate(stream.Stated)) - 1) < SameRate))
                return false;
            stream.Stated.ExtendTo(end.Stated.End);
        }

        return _endsAsClaimed = true;
    }

    /// <summary>Packets the stream has: counted, told by its table, or by its rate.</summary>
    public long FramesOf(StreamScan stream) => Whole || FitsWindow ? stream.Packets : Math.Max(HasTables ? stream.LongNumber("nb_frames") : FramesByRate(stream), stream.Packets);

    /// <summary>The stated average, where it is about what was counted: the window may end among pictures that are out of order.</summary>
    private static long FramesByRate(StreamScan stream)
    {
        var counted = stream.Rate(stream.Stated);
        var stated = FrameRates.Parse(stream["avg_frame_rate"]).Value;
        var rate = Math.Abs((stated / counted) - 1) < SameRate ? stated : counted;
        return double.IsFinite(rate) ? (long)Math.Round(rate * (stream.Stated.End - stream.Stated.FirstPts)) : 0;
    }

    /// <summary>Seconds from the start of the source to the end of the stream.</summary>
    public double EndOf(StreamScan stream) => TimesOf(stream).End - StartTime;

    /// <summary>Seconds from the start of the source to the start of the stream.</summary>
    public double StartOf(StreamScan stream) => TimesOf(stream).FirstPts is var first && double.IsFinite(first) ? Math.Max(0, Math.Round(first - StartTime, 6)) : 0;

    public double RateOf(StreamScan stream) => stream.Rate(TimesOf(stream));

    private PacketTally TimesOf(StreamScan stream) => ClockJumps ? stream.Continuous : stream.Stated;

    public static double Seconds(ReadOnlySpan<char> text) =>
        double.TryParse(text, CultureInfo.InvariantCulture, out var value) ? value : double.NaN;

    private void Read(string line)
    {
        if (line.StartsWith("packet|", StringComparison.Ordinal))
            ReadPacket(line);
        else if (line.StartsWith("stream|", StringComparison.Ordinal))
            ReadStream(line);
        else if (line.StartsWith("format|", StringComparison.Ordinal))
            ReadFormat(line);
        else if (line.StartsWith("chapter|", StringComparison.Ordinal))
            ReadChapter(line);
        else if (line.StartsWith("side_data|", StringComparison.Ordinal) && _last is not null)
            ReadFacts(line, _last);
    }

    private void ReadPacket(ReadOnlySpan<char> line)
    {
        int stream = -1;
        double pts = double.NaN, dts = double.NaN, duration = double.NaN;
        bool discarded = false, played = false, encrypted = false;
        foreach (var range in line.Split('|'))
        {
            var field = line[range];
            var equals = field.IndexOf('=');
            if (equals < 0)
                continue;
            var value = field[(equals + 1)..];
            switch (field[..equals])
            {
                case "codec_type": played = value is "video" or "audio"; break;
                case "stream_index": stream = int.TryParse(value, out var index) ? index : -1; break;
                case "pts_time": pts = Seconds(value); break;
                case "dts_time": dts = Seconds(value); break;
                case "duration_time": duration = Seconds(value); break;
                case "side_data_type": encrypted |= value.StartsWith("Encryption", StringComparison.Ordinal); break;
                case "flags": discarded = value.Contains('D'); break;
                default: break;
            }
        }

        Packets++;
        if (stream < 0)
            return;
        if (played)
            _jumps.See(stream, dts, duration);
        Of(stream).IsEncrypted |= encrypted;
        Of(stream).Add(pts, dts, duration, discarded, _jumps.Offset);
    }

    private void ReadStream(string line)
    {
        const string Name = "stream|index=";
        if (!line.StartsWith(Name, StringComparison.Ordinal) || !int.TryParse(line.AsSpan(Name.Length, Math.Max(0, line.IndexOf('|', Name.Length) - Name.Length)), out var index))
            return;
        _last = Of(index);
        ReadFacts(line, _last);
    }

    private void ReadChapter(string line)
    {
        var facts = new StreamScan();
        ReadFacts(line, facts);
        if (_chapters.Count < MaxChapters)
            _chapters.Add(new SourceChapter(Seconds(facts["start_time"]), Seconds(facts["end_time"]), facts["tag:title"]));
    }

    private static void ReadFacts(string line, StreamScan stream)
    {
        foreach (var field in line.Split('|'))
        {
            var equals = field.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0)
                continue;
            var (name, value) = (field[..equals], field[(equals + 1)..]);
            if (name == "side_data_type" && value.StartsWith("Encryption", StringComparison.Ordinal))
                stream.IsEncrypted = true;
            else
                stream[name] = value;
        }
    }

    private void ReadFormat(string line)
    {
        foreach (var field in line.Split('|'))
        {
            var equals = field.IndexOf('=', StringComparison.Ordinal);
            if (equals < 0)
                continue;
            var value = field[(equals + 1)..];
            switch (field[..equals])
            {
                case "format_name": Container = value; break;
                case "duration": ClaimedSeconds = Seconds(value); break;
                case "start_time": _startTime = Seconds(value) is var start && double.IsFinite(start) ? start : 0; break;
                default: break;
            }
        }
    }

    private StreamScan Of(int index)
    {
        if (!_streams.TryGetValue(index, out var stream))
            _streams[index] = stream = new StreamScan { Index = index };
        return stream;
    }
}
