using StreamPlatform.Domain.Processing;
using StreamPlatform.Domain.Processing.Profiles;
using StreamPlatform.Media.Tools;

namespace StreamPlatform.Media.Planning;

/// <summary>What the planner decides from besides the source. Equal options give equal plans on every machine.</summary>
public sealed record PlanOptions
{
    /// <summary>
    /// <c>Processing:ChunkSeconds</c>: the longest run of the timeline one item encodes. Longer ones save a little decoding
    /// (1 % at 60 s, 4 % at 10 s), shorter ones spread over more jobs.
    /// </summary>
    public double ChunkSeconds { get; init; } = 60;

    /// <summary>
    /// <c>Processing:Workers</c>: jobs that can be expected to run side by side; chunks are made short enough to feed them.
    /// With one thread an encoder a job keeps little more than one core busy, so on one machine it is the number of cores.
    /// </summary>
    public int Workers { get; init; } = 2;

    /// <summary>
    /// <c>Processing:MaxOverhead</c>: processor time that spreading over workers may take, as a multiple of doing all
    /// in one go. Only workers that would be idle may take more.
    /// </summary>
    public double MaxOverhead { get; init; } = 1.08;

    /// <summary><c>Processing:HeadStart</c>: encode the first segments of a low rung first, so that playback starts within seconds.</summary>
    public bool HeadStart { get; init; } = true;

    /// <summary><c>Processing:Pictures</c>: take thumbnails and a poster.</summary>
    public bool Pictures { get; init; } = true;

    /// <summary><c>Processing:Loudness</c>: bring all sound to the same loudness; else it keeps the source's level.</summary>
    public bool Loudness { get; init; } = true;

    /// <summary><c>Processing:PerTitle</c>: measure titles and choose each rung's quality by it, where the profile has it so.</summary>
    public bool PerTitle { get; init; } = true;

    /// <summary><c>Processing:MaxHeight</c>: rungs with a longer short side are left out.</summary>
    public int MaxHeight { get; init; } = 2160;

    /// <summary><c>Processing:Profile</c>: the encoding profile of assets whose owner chose none.</summary>
    public EncodingProfile Profile { get; init; } = EncodingProfiles.Fast;

    /// <summary><c>Processing:CpuHourDollars</c> and <c>Processing:GigabyteMonthDollars</c>: what the platform pays.</summary>
    public PlanPrices Prices { get; init; } = PlanPrices.Usual;

    /// <summary><c>Processing:CostCap</c>: dollars that a run may be expected to cost without asking its owner, where he named none; null for any.</summary>
    public decimal? CostCap { get; init; }

    /// <summary>The profile that the owner chose, if there still is one of its name, else the platform's.</summary>
    internal EncodingProfile ProfileFor(EncodingChoice? choice) => choice?.Profile is { } name ? EncodingProfiles.Find(name) ?? Profile : Profile;

    /// <summary>Reads the settings; <paramref name="setting"/> takes names with <c>:</c> between their parts.</summary>
    /// <exception cref="InvalidOperationException">A setting is out of range; the message names it.</exception>
    public static PlanOptions Read(Func<string, string?> setting)
    {
        var d = new PlanOptions();
        return new PlanOptions
        {
            ChunkSeconds = SettingReader.Number(setting, "Processing:ChunkSeconds", d.ChunkSeconds, 4, 3600),
            Workers = (int)SettingReader.Number(setting, "Processing:Workers", d.Workers, 1, 10_000),
            MaxOverhead = SettingReader.Number(setting, "Processing:MaxOverhead", d.MaxOverhead, 1, 10),
            HeadStart = SettingReader.Flag(setting, "Processing:HeadStart", d.HeadStart),
            Pictures = SettingReader.Flag(setting, "Processing:Pictures", d.Pictures),
            Loudness = SettingReader.Flag(setting, "Processing:Loudness", d.Loudness),
            PerTitle = SettingReader.Flag(setting, "Processing:PerTitle", d.PerTitle),
            MaxHeight = (int)SettingReader.Number(setting, "Processing:MaxHeight", d.MaxHeight, 16, 4320),
            Prices = new PlanPrices(
                (decimal)SettingReader.Number(setting, "Processing:CpuHourDollars", (double)d.Prices.CpuHour, 0, 1000),
                (decimal)SettingReader.Number(setting, "Processing:GigabyteMonthDollars", (double)d.Prices.GigabyteMonth, 0, 1000)),
            CostCap = SettingReader.Number(setting, "Processing:CostCap", -1, 0, 1_000_000) is >= 0 and var cap ? (decimal)cap : null,
            Profile = SettingReader.Choice(setting, "Processing:Profile", d.Profile, EncodingProfiles.All, profile => profile.Name),
        };
    }
}
