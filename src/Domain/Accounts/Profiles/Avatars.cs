using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Storage;

namespace StreamPlatform.Domain.Accounts.Profiles;

/// <summary>People's pictures: files first, then the profile that names them, then what no profile names goes.</summary>
public sealed class Avatars(IBlobStore blobs, IAvatarMaker maker, Profiles profiles)
{
    /// <summary>Of what is sent.</summary>
    public const int MostBytes = 2 << 20, LongestSide = 1024;

    /// <summary>Sets the person's picture; may be repeated.</summary>
    public async Task<Result<Stored<Profile>>> SetAsync(string personId, byte[] png, CancellationToken ct)
    {
        var made = png.Length > MostBytes ? ProfileErrors.AvatarTooLarge() : maker.Make(png);
        if (!made.Succeeded)
        {
            return made.Error!;
        }

        var name = AvatarPaths.NameOf(made.Value[^1]);
        foreach (var (side, image) in AvatarPaths.Sides.Zip(made.Value))
        {
            await blobs.CreateAsync(AvatarPaths.Of(personId, name, side), image, AvatarPaths.ContentType, ct);
        }

        return await NameAsync(personId, name, ct);
    }

    /// <summary>Absent is fine.</summary>
    public Task<Result<Stored<Profile>>> RemoveAsync(string personId, CancellationToken ct) => NameAsync(personId, null, ct);

    /// <summary>One that another follows stays for those whose pages still show it, until there is a third.</summary>
    private async Task<Result<Stored<Profile>>> NameAsync(string personId, string? name, CancellationToken ct)
    {
        var before = (await profiles.FindOwnAsync(personId, ct))?.Value.Avatar;
        var set = await profiles.SetAvatarAsync(personId, name, ct);
        if (set.Succeeded)
        {
            string[] kept = [.. name is null ? [] : new[] { before, name }.OfType<string>().Select(avatar => AvatarPaths.FolderOf(personId, avatar))];
            await foreach (var blob in blobs.ListAsync(Containers.Media, $"{AvatarPaths.PrefixOf(personId)}avatar-", ct))
            {
                if (!kept.Any(folder => blob.Name.StartsWith(folder, StringComparison.Ordinal)))
                    await blobs.DeleteAsync(new BlobPath(Containers.Media, blob.Name), ct);
            }
        }

        return set;
    }
}
