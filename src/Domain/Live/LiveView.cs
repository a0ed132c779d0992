namespace StreamPlatform.Domain.Live;

/// <summary>A live stream that somebody may watch.</summary>
/// <param name="State">By the clock: see <see cref="LiveStream.StateAt"/>.</param>
/// <param name="Token">To be carried into the URIs of what is fetched next; null where none is needed.</param>
public sealed record LiveView(LiveStream Stream, LiveStreamState State, string? Token)
{
    /// <summary>There is something to watch right now.</summary>
    public bool IsPlayable => State == LiveStreamState.Active && Stream.Broadcast?.Multivariant is not null;

    /// <summary>The multivariant playlist of what is on air, or <c>live.not_on_air</c>. It leads to the node by paths alone: the same for every host name the platform is reached by.</summary>
    public Result<string> Multivariant() => IsPlayable
        ? LiveMultivariant.At(Stream.Broadcast!.Multivariant!, $"/{Stream.Broadcast.OriginPath}/")
        : LiveErrors.NotOnAir();
}
