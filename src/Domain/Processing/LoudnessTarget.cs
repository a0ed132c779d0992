namespace StreamPlatform.Domain.Processing;

/// <summary>How loud published sound is (ITU-R BS.1770-4, EBU R 128), whatever the source's level was.</summary>
/// <param name="IntegratedLufs">Programme loudness to reach, LUFS.</param>
/// <param name="TruePeakDb">True peak that decoded sound stays below, dBTP.</param>
/// <param name="MostGainDb">No source is raised by more: what is so quiet is meant to be, or is noise.</param>
/// <param name="MostLimitingDb">
/// Peaks are held down by at most so much for the sake of loudness; a source whose peaks stand out further stays quieter
/// than the target, because squeezing it would be heard.
/// </param>
public sealed record LoudnessTarget(double IntegratedLufs, double TruePeakDb, double MostGainDb, double MostLimitingDb);
