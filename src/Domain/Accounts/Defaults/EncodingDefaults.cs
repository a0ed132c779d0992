using StreamPlatform.Domain.Processing.Profiles;

namespace StreamPlatform.Domain.Accounts.Defaults;

/// <summary>What an account's new assets get where an upload says nothing. One document an account.</summary>
public sealed record EncodingDefaults
{
    public int SchemaVersion { get; init; } = 1;
    public required string OwnerId { get; init; }

    /// <summary>Profile, cost cap and watermark; what else a choice can say belongs to one file.</summary>
    public required EncodingChoice Choice { get; init; }

    /// <summary>The choice of an upload, completed.</summary>
    /// <param name="choice">What the upload says; null for nothing.</param>
    public EncodingChoice Complete(EncodingChoice? choice) => choice is null ? Choice
        : choice.WithoutDefaults ? choice
        : choice with
        {
            Profile = choice.Profile ?? Choice.Profile,
            CostCap = choice.CostCap ?? Choice.CostCap,
            Watermark = choice.Watermark ?? Choice.Watermark,
        };
}
