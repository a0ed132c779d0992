using StreamPlatform.Domain.Processing.Probing;
using StreamPlatform.Media.Tools;

namespace StreamPlatform.Media.Probing;

/// <summary>Where <see cref="ProbeOptions"/> come from.</summary>
public static class ProbeSettings
{
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
}
