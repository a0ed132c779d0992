namespace StreamPlatform.Domain.Accounts.Profiles;

/// <summary>What a person says of themselves, and how they want the platform to treat them. One document beside the user; writers use its ETag.</summary>
public sealed record Profile
{
    public const int CurrentSchemaVersion = 1;

    public int SchemaVersion { get; init; } = CurrentSchemaVersion;
    public required string PersonId { get; init; }

    /// <summary>Lower-case, unique among people, without its <c>@</c>; null while they have none. See <see cref="HandleClaim"/>.</summary>
    public string? Handle { get; init; }

    /// <summary>When they last took or left a handle; null when never.</summary>
    public DateTimeOffset? HandleAt { get; init; }

    /// <summary>Handles they left so lately that nobody else gets them.</summary>
    public IReadOnlyList<FormerHandle> FormerHandles { get; init; } = [];

    public string? Name { get; init; }
    public string? Bio { get; init; }
    public string? Location { get; init; }

    /// <summary>BCP 47.</summary>
    public string? Language { get; init; }

    /// <summary>Names the picture: see <see cref="AvatarPaths"/>. Null without one.</summary>
    public string? Avatar { get; init; }

    public Preferences Preferences { get; init; } = new();
    public Privacy Privacy { get; init; } = new();
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>They are called so now, or were lately.</summary>
    public bool Holds(string handle, DateTimeOffset now) => Handle == handle || FormerHandles.Any(former => former.Handle == handle && former.LeftAt + FormerHandle.Kept > now);
}

/// <summary>A handle that somebody left.</summary>
public sealed record FormerHandle(string Handle, DateTimeOffset LeftAt)
{
    /// <summary>So long it leads to whom it led to, and only they may take it back.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(90);
}
