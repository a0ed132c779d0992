using System.Globalization;

namespace StreamPlatform.Domain.Social.Comments;

/// <summary>What others make of a comment: apart from it, so that a like is no change of what its author may be editing.</summary>
public sealed record CommentStanding
{
    public const int CurrentSchemaVersion = 1;

    public int SchemaVersion { get; init; } = CurrentSchemaVersion;
    public required string AssetId { get; init; }
    public required string CommentId { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>As last read from the tally of its likes.</summary>
    public long Likes { get; init; }

    /// <summary>Visible replies.</summary>
    public long Replies { get; init; }

    /// <summary>The video's owner gave it a heart.</summary>
    public bool Hearted { get; init; }

    /// <summary>It is a thread that is listed.</summary>
    public bool IsListed { get; init; }

    /// <summary>Sorts the best first: by likes and replies, then the newer one.</summary>
    internal string Rank => string.Create(CultureInfo.InvariantCulture, $"{Likes + Replies:D12}-{CreatedAt.UtcTicks:D19}");
}
