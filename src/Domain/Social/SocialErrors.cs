namespace StreamPlatform.Domain.Social;

/// <summary>What can be refused of all that people say and do.</summary>
public static class SocialErrors
{
    /// <summary>Others were faster, again and again.</summary>
    public static Error Busy() => new("social.busy", 503, "Many people do this right now. Try again in a moment.");
}
