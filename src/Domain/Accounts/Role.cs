namespace StreamPlatform.Domain.Accounts;

/// <summary>What somebody may do. Each role may all that the ones before it may, on what is their own; none may read what is somebody else's by rank alone.</summary>
public enum Role
{
    /// <summary>Watches, comments, keeps lists.</summary>
    Viewer,

    /// <summary>Uploads and publishes.</summary>
    Creator,

    /// <summary>Decides on what was reported.</summary>
    Moderator,

    /// <summary>Runs the installation.</summary>
    Operator,
}
