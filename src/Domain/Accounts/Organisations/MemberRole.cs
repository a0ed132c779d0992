namespace StreamPlatform.Domain.Accounts.Organisations;

/// <summary>What somebody may do in an organisation. Each role may all that the ones before it may.</summary>
public enum MemberRole
{
    /// <summary>Sees what is there and how it does, what is private too; changes nothing.</summary>
    Viewer,

    /// <summary>Uploads, edits, publishes and deletes.</summary>
    Editor,

    /// <summary>Also decides on webhooks, API tokens and defaults, on the name, and on viewers and editors.</summary>
    Admin,

    /// <summary>Also decides on admins and owners. There is always one.</summary>
    Owner,
}
