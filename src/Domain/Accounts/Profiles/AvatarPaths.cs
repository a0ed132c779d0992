using System.Security.Cryptography;
using StreamPlatform.Domain.Storage;

namespace StreamPlatform.Domain.Accounts.Profiles;

/// <summary>Where avatars lie: <c>{personId}/avatar-{name}/{side}.png</c> of the media container. A name always gives the same bytes.</summary>
public static class AvatarPaths
{
    public const string ContentType = "image/png";

    private const int Name = 32;

    /// <summary>Pixels, the largest last.</summary>
    public static IReadOnlyList<int> Sides { get; } = [48, 96, 192];

    /// <summary>Of everything of a person's in the media container.</summary>
    public static string PrefixOf(string personId) => $"{personId}/";

    public static string FolderOf(string personId, string avatar) => $"{PrefixOf(personId)}avatar-{avatar}/";

    public static BlobPath Of(string personId, string avatar, int side) => new(Containers.Media, FormattableString.Invariant($"{FolderOf(personId, avatar)}{side}.png"));

    /// <summary>The smallest that has as many pixels as are asked for, or else the largest.</summary>
    public static int SideFor(int wanted) => Sides.Where(side => side >= wanted).DefaultIfEmpty(Sides[^1]).First();

    internal static string NameOf(byte[] largest) => Convert.ToHexStringLower(SHA256.HashData(largest))[..Name];
}
