namespace StreamPlatform.Domain.Live;

/// <summary>A live stream as its owner sees it.</summary>
/// <param name="ETag">Empty in a listing.</param>
/// <param name="State">By the clock: see <see cref="LiveStream.StateAt"/>.</param>
/// <param name="Servers">Where an encoder sends to, its own first; it needs the key too.</param>
public sealed record OwnStream(LiveStream Stream, string ETag, LiveStreamState State, IReadOnlyList<Uri> Servers);
