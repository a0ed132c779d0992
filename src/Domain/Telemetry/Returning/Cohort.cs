namespace StreamPlatform.Domain.Telemetry.Returning;

/// <summary>Who watched on a day, and how many of them watched again.</summary>
/// <param name="Day">In UTC.</param>
/// <param name="Viewers">All, within 2 %.</param>
/// <param name="Known">Those of them who can be known again another day: who have an account, or agreed to be remembered.</param>
/// <param name="Day1">Of the known, those who watched on the day after; null while that day isn't over.</param>
/// <param name="Day7">Those who watched seven days after.</param>
/// <param name="Day30">Those who watched thirty days after.</param>
public sealed record Cohort(DateTimeOffset Day, long Viewers, long Known, ReturnRate? Day1, ReturnRate? Day7, ReturnRate? Day30);
