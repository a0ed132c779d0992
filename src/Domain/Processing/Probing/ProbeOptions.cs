namespace StreamPlatform.Domain.Processing.Probing;

/// <summary>What the platform takes on. Beyond it a source is refused with a <c>source.*</c> code before any encoding.</summary>
public sealed record ProbeOptions
{
    /// <summary><c>Processing:MaxBytes</c>.</summary>
    public long MaxBytes { get; init; } = 100_000_000_000;

    /// <summary><c>Processing:MaxDurationSeconds</c>.</summary>
    public double MaxDurationSeconds { get; init; } = 12 * 3600;

    /// <summary><c>Processing:MaxDecodedPixels</c>: width × height × frames, whatever the size of the file. 12 hours of 2160p30.</summary>
    public double MaxDecodedPixels { get; init; } = 1.1e13;

    /// <summary>
    /// <c>Processing:FreeDecodedPixels</c>: work any file may ask for, however small it is: 16 minutes of 1080p30. Above
    /// it, <see cref="MaxPixelsPerByte"/> bounds what each byte of the file may ask for.
    /// </summary>
    public double FreeDecodedPixels { get; init; } = 6e10;

    /// <summary>
    /// <c>Processing:MaxPixelsPerByte</c>: camera footage has a few hundred pixels a byte, a still screen recording some
    /// thousands. A bomb (a megabyte that decodes to an hour of 2160p) has over a hundred thousand.
    /// </summary>
    public double MaxPixelsPerByte { get; init; } = 10_000;

    /// <summary><c>Processing:ProbeSeconds</c>: how long each look into the file may take.</summary>
    public double ProbeSeconds { get; init; } = 60;

    /// <summary>The most pixels a source of so many bytes may decode to.</summary>
    public double PixelsAllowed(long bytes) => Math.Min(MaxDecodedPixels, FreeDecodedPixels + bytes * MaxPixelsPerByte);
}
