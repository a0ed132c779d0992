namespace StreamPlatform.Domain.Playback.Keys;

/// <summary>A key that an account makes playback tokens with by itself, as it is stored: the public half, never the private one.</summary>
public sealed record OwnersKey
{
    public const string IdPrefix = "key";
    public const int LongestName = 100;

    /// <summary>What tokens carry as <c>kid</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Empty of one that was given none.</summary>
    public required string Name { get; init; }

    /// <summary>SubjectPublicKeyInfo (RFC 5280), DER.</summary>
    public required byte[] PublicKey { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}
