using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Accounts.Profiles;

/// <summary>The kinds of documents that profiles are.</summary>
public static class ProfileDocuments
{
    public static DocumentKind<Profile> Profiles { get; } = new("profile", DocumentContainer.Accounts, profile => KeyOf(profile.PersonId));

    public static DocumentKind<HandleClaim> Handles { get; } = new("handleClaim", DocumentContainer.Accounts, claim => HandleKeyOf(claim.Handle)) { ExpiryOf = claim => claim.KeptUntil };

    public static DocumentKey KeyOf(string personId) => new(personId, "profile");

    public static DocumentKey HandleKeyOf(string handle) => new(handle, "handle");
}
