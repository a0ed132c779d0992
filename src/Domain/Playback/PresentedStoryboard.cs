namespace StreamPlatform.Domain.Playback;

/// <summary>Small pictures of the whole timeline at even intervals, on sheets, row by row.</summary>
/// <param name="Sheets">Blob names (media container), in order.</param>
/// <param name="IntervalSeconds">How much of the timeline a tile stands for.</param>
/// <param name="Count">Tiles on all sheets together.</param>
/// <param name="Rows">Rows of each sheet; of the last one some may be empty.</param>
public sealed record PresentedStoryboard(
    IReadOnlyList<string> Sheets, double IntervalSeconds, int Count, int TileWidth, int TileHeight, int Columns, int Rows);
