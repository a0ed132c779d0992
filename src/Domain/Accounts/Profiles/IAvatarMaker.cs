namespace StreamPlatform.Domain.Accounts.Profiles;

/// <summary>Makes avatars of what somebody sent, which is believed nothing: it is decoded, and what is kept is written anew from its pixels.</summary>
public interface IAvatarMaker
{
    /// <returns>A square PNG of each of <see cref="AvatarPaths.Sides"/>, in their order; <c>profile.avatar_unreadable</c> or <c>profile.avatar_too_large</c>.</returns>
    Result<IReadOnlyList<byte[]>> Make(byte[] png);
}
