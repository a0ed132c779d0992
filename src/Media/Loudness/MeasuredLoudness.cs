namespace StreamPlatform.Media.Loudness;

/// <summary>A track's loudness as a whole (ITU-R BS.1770-4, EBU Tech 3341).</summary>
/// <param name="IntegratedLufs">−70 when nothing is above the absolute gate: silence, or less than 0.4 s.</param>
/// <param name="TruePeakDb">dBTP; negative infinity for digital silence.</param>
internal readonly record struct MeasuredLoudness(double IntegratedLufs, double TruePeakDb);
