namespace StreamPlatform.Domain.Processing;

/// <summary>Small pictures at even intervals on sheets, row by row: what a player shows above its seek bar.</summary>
/// <param name="IntervalSeconds">How much of the timeline a tile stands for.</param>
/// <param name="Count">Tiles on all sheets together.</param>
/// <param name="Rows">Rows of each sheet; of the last one some may be empty.</param>
public sealed record StoryboardSpec(double IntervalSeconds, int Count, int TileWidth, int TileHeight, int Columns, int Rows);
