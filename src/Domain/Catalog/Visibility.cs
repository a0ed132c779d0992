namespace StreamPlatform.Domain.Catalog;

/// <summary>Who may see an asset that is published. What each means where is a table in docs/visibility.md.</summary>
public enum Visibility
{
    /// <summary>Anyone, and anyone may find it.</summary>
    Public,

    /// <summary>Anyone who has its address; nobody finds it.</summary>
    Unlisted,

    /// <summary>Its owner, and whoever has a playback token from them.</summary>
    Private,

    /// <summary>As private, but for members of its channel.</summary>
    Members,

    /// <summary>Private until <see cref="Asset.PublishAt"/>, public from then on.</summary>
    Scheduled,

    /// <summary>As private, but for those who paid for it.</summary>
    Premium,
}
