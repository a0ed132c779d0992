using System.Globalization;
using System.Net;
using StreamPlatform.Domain.Live;
using StreamPlatform.Media.Live;
using StreamPlatform.Media.Tools;

namespace StreamPlatform.Live;

/// <summary>Section <c>Live</c> of a live node's settings.</summary>
internal sealed record LiveSettings
{
    /// <summary><c>Live:Node</c>: the node's name, part of the paths that it serves.</summary>
    public string Node { get; init; } = "local";

    /// <summary><c>Live:Address</c>: the IP address to listen on; null for all.</summary>
    public IPAddress? Address { get; init; }

    /// <summary><c>Live:HttpAddress</c>: the same, for viewers alone; null for that of encoders.</summary>
    public IPAddress? HttpAddress { get; init; }

    /// <summary><c>Live:RtmpPort</c>: where encoders connect; 0 for any that is free.</summary>
    public int RtmpPort { get; init; } = 1935;

    /// <summary><c>Live:HttpPort</c>: where viewers, or the edge for them, fetch; 0 for any that is free.</summary>
    public int HttpPort { get; init; } = 8080;

    /// <summary><c>Live:MaxStreams</c>: broadcasts at a time. More than the processors can encode makes all of them late.</summary>
    public int MaxStreams { get; init; } = 2;

    /// <summary><c>Live:MaxKilobits</c>: what an encoder may send, kilobits a second over ten seconds.</summary>
    public int MaxKilobits { get; init; } = 12_000;

    /// <summary><c>Live:MaxFrameRate</c>: frames a second that are kept.</summary>
    public int MaxFrameRate { get; init; } = 30;

    /// <summary><c>Live:NoDataSeconds</c>: how long an encoder may be silent.</summary>
    public double NoDataSeconds { get; init; } = 10;

    /// <summary><c>Live:LingerSeconds</c>: how long a broadcast that is over can still be fetched, so that players reach its end.</summary>
    public double LingerSeconds { get; init; } = 30;

    /// <summary><c>Live:DrainSeconds</c>: how long a node that is told to stop goes on serving the ends of its broadcasts.</summary>
    public double DrainSeconds { get; init; } = 5;

    /// <summary><c>Live:Heights</c>: the rungs, lines.</summary>
    public LiveLadder Ladder { get; init; } = new([720, 360]);

    /// <summary><c>Live:DataFolder</c>: of the embedded platform, whose stores are used; null for those on Azure.</summary>
    public string? DataFolder { get; init; }

    /// <param name="setting">Takes names with <c>:</c> between their parts.</param>
    /// <exception cref="InvalidOperationException">A setting is out of range; the message names it.</exception>
    public static LiveSettings Read(Func<string, string?> setting)
    {
        var standard = new LiveSettings();
        return new LiveSettings
        {
            Node = SettingReader.Parsed(setting, "Live:Node", standard.Node, text => LiveNode.IsName(text) ? text : null, $"1 to {LiveNode.LongestName} lower-case letters and digits"),
            Address = SettingReader.Parsed(setting, "Live:Address", null, text => IPAddress.TryParse(text, out var address) ? address : null, "an IP address"),
            HttpAddress = SettingReader.Parsed(setting, "Live:HttpAddress", null, text => IPAddress.TryParse(text, out var address) ? address : null, "an IP address"),
            RtmpPort = (int)SettingReader.Number(setting, "Live:RtmpPort", standard.RtmpPort, 0, 65535),
            HttpPort = (int)SettingReader.Number(setting, "Live:HttpPort", standard.HttpPort, 0, 65535),
            MaxStreams = (int)SettingReader.Number(setting, "Live:MaxStreams", standard.MaxStreams, 1, 100),
            MaxKilobits = (int)SettingReader.Number(setting, "Live:MaxKilobits", standard.MaxKilobits, 100, 100_000),
            MaxFrameRate = (int)SettingReader.Number(setting, "Live:MaxFrameRate", standard.MaxFrameRate, 15, 60),
            NoDataSeconds = SettingReader.Number(setting, "Live:NoDataSeconds", standard.NoDataSeconds, 1, 120),
            LingerSeconds = SettingReader.Number(setting, "Live:LingerSeconds", standard.LingerSeconds, 0, 600),
            DrainSeconds = SettingReader.Number(setting, "Live:DrainSeconds", standard.DrainSeconds, 0, 60),
            Ladder = SettingReader.Parsed(setting, "Live:Heights", standard.Ladder, Rungs, $"1 to {LiveLadder.MostRungs} numbers from {LiveLadder.LeastHeight} to {LiveLadder.MostHeight}, separated by commas"),
            DataFolder = SettingReader.Text(setting, "Live:DataFolder", "") is { Length: > 0 } folder ? folder : null,
        };
    }

    private static LiveLadder? Rungs(string text)
    {
        var heights = text.Split(',', StringSplitOptions.TrimEntries)
            .Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var height) ? height : 0).ToList();
        return heights.Count <= LiveLadder.MostRungs && heights.TrueForAll(height => height is >= LiveLadder.LeastHeight and <= LiveLadder.MostHeight) ? new LiveLadder(heights) : null;
    }
}
