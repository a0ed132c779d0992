namespace StreamPlatform.Functions.Playback;

/// <summary>The video that a clip was cut from, as far as everybody may watch it.</summary>
/// <param name="WatchUrl">Its page, a path on this host.</param>
/// <param name="StartSeconds">Where in it the clip begins.</param>
public sealed record ClipSourceBody(string Title, string WatchUrl, double StartSeconds);
