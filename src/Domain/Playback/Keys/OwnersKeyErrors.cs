using System.Globalization;

namespace StreamPlatform.Domain.Playback.Keys;

/// <summary>What can be wrong with signing keys.</summary>
public static class OwnersKeyErrors
{
    public static Error NotFound() => new("signing.key_not_found", 404, "The account has no such signing key.");

    public static Error NameInvalid(int longest) => new(
        "signing.key_name_invalid", 400, $"The name of a signing key may have up to {longest.ToString(CultureInfo.InvariantCulture)} characters, and no line breaks.");

    public static Error TooMany(int most) => new(
        "signing.too_many_keys", 409, $"An account has at most {most.ToString(CultureInfo.InvariantCulture)} signing keys. Revoke one first.");
}
