using System.Net;
using StreamPlatform.Domain.Playback;

namespace StreamPlatform.Domain.Telemetry.Sessions;

/// <summary>What is known of who begins to watch.</summary>
/// <param name="Grant">What they may play.</param>
/// <param name="Viewer">Who they are and where, as far as playing told.</param>
/// <param name="Address">Where they ask from; used for a hash and for networks of data centres, and kept nowhere.</param>
/// <param name="UserAgent">Used as the address is.</param>
/// <param name="Visitor">An id that the client has made at random and keeps with the viewer's consent; null without it.</param>
/// <param name="Source">What the client says led the viewer here; null where the host decides.</param>
/// <param name="SourceHost">Host of the page that did; null for none.</param>
public sealed record NewSession(
    PlaybackGrant Grant, Viewer Viewer, IPAddress? Address, string? UserAgent, string? Visitor = null, TrafficSource? Source = null, string? SourceHost = null);
