namespace StreamPlatform.Domain.Social.Digests;

/// <summary>What can be refused about letters of what is new.</summary>
public static class DigestErrors
{
    /// <summary>Only who signed up here has an address that letters can go to.</summary>
    public static Error NoAddress() => new("digest.no_address", 409, "This account has no e-mail address here that letters could go to.");
}
