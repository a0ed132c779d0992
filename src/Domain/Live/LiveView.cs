namespace StreamPlatform.Domain.Live;

/// <summary>A live stream that somebody may watch.</summary>
/// <param name="State">By the clock: see <see cref="LiveStream.StateAt"/>.</param>
/// <param name="Token">To be carried into the URIs of what is fetched next; null where none is needed.</param>
public sealed record LiveView(LiveStream Stream, LiveStreamState State, string? Token)
{
    /// <summary>There is something to watch right now.</summary>
    public bool IsPlayable => State == LiveStreamState.Active && Stream.Broadcast?.Multivariant is not null;

    /// <summary>The multivariant playlist of what is on air, its URIs made absolute, or <c>live.not_on_air</c>.</summary>
    /// <param name="publicUrl">Of the edge that leads to the live nodes; without a trailing slash.</param>
    public Result<string> Multivariant(string publicUrl) => IsPlayable
        ? LiveMultivariant.Absolute(Stream.Broadcast!.Multivariant!, $"{publicUrl}/{Stream.Broadcast.OriginPath}/")
        : LiveErrors.NotOnAir();
}
