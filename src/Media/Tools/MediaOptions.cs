namespace StreamPlatform.Media.Tools;

/// <summary>Where ffmpeg and scratch space are.</summary>
public sealed record MediaOptions
{
    /// <summary><c>Transcode:FfmpegPath</c>; a bare name is looked up in the PATH.</summary>
    public string FfmpegPath { get; init; } = "ffmpeg";

    /// <summary><c>Transcode:FfprobePath</c>.</summary>
    public string FfprobePath { get; init; } = "ffprobe";

    /// <summary><c>Transcode:ScratchFolder</c>: originals are copied here while they are read. Swept of what dead processes left.</summary>
    public string ScratchFolder { get; init; } = Path.Combine(Path.GetTempPath(), "streamplatform");

    /// <summary>
    /// <c>Transcode:LingerSeconds</c>: how long a job that looked into an original waits for what is made of it. Where jobs
    /// are containers, starting another takes as long, and a viewer waits.
    /// </summary>
    public double LingerSeconds { get; init; }

    /// <summary>Reads the settings; <paramref name="setting"/> takes names with <c>:</c> between their parts.</summary>
    public static MediaOptions Read(Func<string, string?> setting)
    {
        var defaults = new MediaOptions();
        return new MediaOptions
        {
            FfmpegPath = SettingReader.Text(setting, "Transcode:FfmpegPath", defaults.FfmpegPath),
            FfprobePath = SettingReader.Text(setting, "Transcode:FfprobePath", defaults.FfprobePath),
            ScratchFolder = SettingReader.Text(setting, "Transcode:ScratchFolder", defaults.ScratchFolder),
            LingerSeconds = SettingReader.Number(setting, "Transcode:LingerSeconds", defaults.LingerSeconds, 0, 120),
        };
    }
}
