namespace StreamPlatform.Domain.Uploads.Imports;

/// <summary>Where files may be fetched from: section <c>Imports</c> of the settings.</summary>
public sealed record ImportOptions
{
    public const string Section = "Imports";

    /// <summary>Files may be on this machine and in private networks, at any port: for a machine of one's own.</summary>
    public bool AllowPrivateNetworks { get; init; }
}
