using System.Globalization;
using StreamPlatform.Domain.Live;
using StreamPlatform.Local.Host;

namespace StreamPlatform.Local.Cli.Composition;

/// <summary>The live node that runs beside the platform, on its documents: from the first time that somebody asks for live streams.</summary>
internal sealed class LiveCompanion(string dotnet, string program, PlatformOptions options)
{
    /// <summary>What encoders connect to unless they are told otherwise.</summary>
    private const int UsualPort = 1935;

    private readonly int _rtmpPort = Ports.IsTaken(UsualPort) ? Ports.Free() : UsualPort;

    /// <summary>Where encoders send to; an operator may say otherwise, such as the name of a router that passes it on.</summary>
    public string IngestUrl => Environment.GetEnvironmentVariable("Live__IngestUrls") is { Length: > 0 } told
        ? told
        : string.Create(CultureInfo.InvariantCulture, $"rtmp://{options.PublicUrl?.Host ?? "localhost"}:{_rtmpPort}/live");

    public CompanionSettings Settings => new()
    {
        Name = "live",
        PathPrefix = LiveNode.PathPrefix,
        NeededBy = "live-streams",
        Command = [dotnet, program],
        Environment = new Dictionary<string, string?>
        {
            ["Live__DataFolder"] = options.DataFolder,
            // Its broadcasts go with the platform, and nobody waits for their ends.
            ["Live__DrainSeconds"] = "0",
            // Viewers come by the platform's one port.
            ["Live__HttpAddress"] = "127.0.0.1",
            ["Live__Node"] = "local",
            ["Live__RtmpPort"] = _rtmpPort.ToString(CultureInfo.InvariantCulture),
        },
        PortSetting = "Live__HttpPort",
    };
}
