using StreamPlatform.Media.Tools;

namespace StreamPlatform.Media.Probing;

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

    /// <summary>Reads the settings; <paramref name="setting"/> takes names with <c>:</c> between their parts.</summary>
    /// <exception cref="InvalidOperationException">A setting is out of range; the message names it.</exception>
    public static ProbeOptions Read(Func<string, string?> setting)
    {
        var d = new ProbeOptions();
        return new ProbeOptions
        {
            MaxBytes = (long)SettingReader.Number(setting, "Processing:MaxBytes", d.MaxBytes, 1, 1L << 42),
            MaxDurationSeconds = SettingReader.Number(setting, "Processing:MaxDurationSeconds", d.MaxDurationSeconds, 1, 86_400 * 7),
            MaxDecodedPixels = SettingReader.Number(setting, "Processing:MaxDecodedPixels", d.MaxDecodedPixels, 1e6, 1e16),
            FreeDecodedPixels = SettingReader.Number(setting, "Processing:FreeDecodedPixels", d.FreeDecodedPixels, 0, 1e16),
            MaxPixelsPerByte = SettingReader.Number(setting, "Processing:MaxPixelsPerByte", d.MaxPixelsPerByte, 1, 1e9),
            ProbeSeconds = SettingReader.Number(setting, "Processing:ProbeSeconds", d.ProbeSeconds, 1, 3600),
        };
    }

    /// <summary>The most pixels a source of so many bytes may decode to.</summary>
    public double PixelsAllowed(long bytes) => Math.Min(MaxDecodedPixels, FreeDecodedPixels + bytes * MaxPixelsPerByte);
}
