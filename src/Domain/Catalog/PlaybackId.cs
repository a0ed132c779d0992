namespace StreamPlatform.Domain.Catalog;

/// <summary>A public handle by which an asset is played; an asset may have several with different policies.</summary>
public sealed record PlaybackId(string Id, PlaybackPolicy Policy);

/// <summary>Who may play by a playback ID.</summary>
public enum PlaybackPolicy
{
    /// <summary>Anyone who has the ID.</summary>
    Public,

    /// <summary>Whoever brings a playback token (JWT) for the ID.</summary>
    Signed,
}
