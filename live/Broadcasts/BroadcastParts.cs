using Microsoft.Extensions.Logging;
using StreamPlatform.Domain.Live;
using StreamPlatform.Media.Live;

namespace StreamPlatform.Live.Broadcasts;

/// <summary>What every broadcast of a node works with.</summary>
/// <param name="Stopping">Cancelled when the node stops.</param>
internal sealed record BroadcastParts(ILiveIngest Ingest, LiveEncoder Encoder, LiveLadder Ladder, TimeProvider Time, ILogger Logger, CancellationToken Stopping);
