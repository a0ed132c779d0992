namespace StreamPlatform.Domain.Social.Playlists;

/// <summary>Who sees a playlist. What is in it is shown to those who may see it themselves.</summary>
public enum PlaylistVisibility
{
    /// <summary>Its owner.</summary>
    Private,

    /// <summary>Whoever has its address.</summary>
    Unlisted,

    /// <summary>Anyone, and it is among its owner's.</summary>
    Public,
}
