namespace StreamPlatform.Domain.Uploads;

/// <summary>What one upload may be; settings <c>Processing:MaxBytes</c>.</summary>
public sealed record UploadLimits
{
    /// <summary>Largest original in bytes (<c>Processing:MaxBytes</c>); default 100 GB.</summary>
    public long MaxBytes { get; init; } = 100_000_000_000;

    /// <summary>How long an upload's URL works.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    /// <exception cref="InvalidOperationException">A limit can't be meant; the message names the setting.</exception>
    public UploadLimits Validated() => MaxBytes is > 0 and <= BlockSizes.MaxBlobBytes
        ? this
        : throw new InvalidOperationException(
            $"Processing:MaxBytes must be between 1 and {BlockSizes.MaxBlobBytes}, the most that one blob can hold.");
}
