namespace StreamPlatform.Media.Checking;

/// <summary>How far a check is.</summary>
public readonly record struct CheckProgress(int SegmentsChecked, int SegmentsListed, int Defects);
