namespace StreamPlatform.Domain.Playback;

/// <summary>Section <c>StreamPlatform</c> of the settings, as far as playback needs it.</summary>
/// <param name="PublicUrl">The base URL other machines reach the platform by; without a trailing slash.</param>
/// <param name="CountryHeader">
/// The request header in which the edge tells the viewer's country (ISO 3166-1 alpha-2); null when there is no edge that does, and
/// so nothing that viewers could not have written themselves.
/// </param>
public sealed record PlaybackOptions(string PublicUrl, string? CountryHeader = null)
{
    public const string Setting = "StreamPlatform:PublicUrl";
    public const string CountryHeaderSetting = "StreamPlatform:CountryHeader";
    public const string DefaultPublicUrl = "http://localhost:7071";

    /// <exception cref="ArgumentException">A setting is not an http or https URL, or no name of a header; the message names it.</exception>
    public static PlaybackOptions From(string? publicUrl, string? countryHeader = null)
    {
        var header = string.IsNullOrWhiteSpace(countryHeader) ? null : countryHeader.Trim();
        if (header?.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_') == false)
        {
            throw new ArgumentException($"{CountryHeaderSetting} must be the name of a request header, not '{countryHeader}'.");
        }

        var url = string.IsNullOrWhiteSpace(publicUrl) ? DefaultPublicUrl : publicUrl.TrimEnd('/');
        return Uri.TryCreate(url, UriKind.Absolute, out var parsed) && parsed.Scheme is ("http" or "https")
            ? new PlaybackOptions(url, header)
            : throw new ArgumentException($"{Setting} must be an http or https URL, not '{publicUrl}'.");
    }
}
