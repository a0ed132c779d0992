namespace StreamPlatform.Media.Checking;

/// <summary>What checking a presentation found.</summary>
/// <param name="Tracks">Media playlists or representations read.</param>
/// <param name="Segments">Segments read.</param>
/// <param name="Bytes">Bytes of init segments and segments read.</param>
/// <param name="DurationSeconds">End of the longest track.</param>
public sealed record CheckReport(IReadOnlyList<Defect> Defects, int Tracks, int Segments, long Bytes, double DurationSeconds)
{
    public bool Passed => Defects.Count == 0;
}
