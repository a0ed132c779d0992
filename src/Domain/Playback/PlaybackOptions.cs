namespace StreamPlatform.Domain.Playback;

/// <summary>Section <c>StreamPlatform</c> of the settings, as far as playback needs it.</summary>
/// <param name="PublicUrl">The base URL other machines reach the platform by; without a trailing slash.</param>
public sealed record PlaybackOptions(string PublicUrl)
{
    public const string Setting = "StreamPlatform:PublicUrl";
    public const string DefaultPublicUrl = "http://localhost:7071";

    /// <exception cref="ArgumentException">The setting is not an http or https URL; the message names it.</exception>
    public static PlaybackOptions From(string? publicUrl)
    {
        var url = string.IsNullOrWhiteSpace(publicUrl) ? DefaultPublicUrl : publicUrl.TrimEnd('/');
        return Uri.TryCreate(url, UriKind.Absolute, out var parsed) && parsed.Scheme is ("http" or "https")
            ? new PlaybackOptions(url)
            : throw new ArgumentException($"{Setting} must be an http or https URL, not '{publicUrl}'.");
    }
}
