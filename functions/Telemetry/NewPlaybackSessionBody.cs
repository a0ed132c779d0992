using StreamPlatform.Domain.Telemetry.Sessions;

namespace StreamPlatform.Functions.Telemetry;

/// <summary>Body of <c>POST /playback/{playbackId}/sessions</c>; none is as good as an empty one.</summary>
/// <param name="Visitor">An id of 16 to 64 letters, digits, `-` and `_` that the client has made at random and keeps with the viewer's consent; without it viewers are told apart for a day at most.</param>
/// <param name="Source">What led the viewer here; the server guesses by the host when no kind is told.</param>
public sealed record NewPlaybackSessionBody(string? Visitor, TrafficSourceBody? Source);

/// <summary>What led a viewer to a video.</summary>
/// <param name="Kind">As the client knows it: only it can tell a search on the platform from a link.</param>
/// <param name="Host">Of the page that linked here, `www.example.com`.</param>
public sealed record TrafficSourceBody(TrafficSource? Kind, string? Host);
