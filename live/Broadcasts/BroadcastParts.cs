using Microsoft.Extensions.Logging;
using StreamPlatform.Domain.Live;
using StreamPlatform.Media.Live;

namespace StreamPlatform.Live.Broadcasts;

/// <summary>What every broadcast of a node works with.</summary>
internal sealed record BroadcastParts(ILiveIngest Ingest, LiveEncoder Encoder, LiveLadder Ladder, TimeProvider Time, ILogger Logger);
