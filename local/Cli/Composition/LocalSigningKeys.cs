using System.Security.Cryptography;
using StreamPlatform.Domain.Playback;

namespace StreamPlatform.Local.Cli.Composition;

/// <summary>
/// Keys of playback tokens as files of the data folder, <c>keys/playback-{id}.key</c> (PKCS #8), the newest by its date
/// first. The first is made when it is first asked for; another file beside it rotates.
/// </summary>
internal sealed class LocalSigningKeys(string keysFolder) : ISigningKeys
{
    private readonly Lazy<IReadOnlyList<SigningKey>> _keys = new(() => ReadOrMake(keysFolder));

    public Task<IReadOnlyList<SigningKey>> ReadAsync(CancellationToken ct) => Task.FromResult(_keys.Value);

    private static IReadOnlyList<SigningKey> ReadOrMake(string folder)
    {
        var files = Directory.GetFiles(folder, "playback-*.key");
        if (files.Length == 0)
        {
            using var rsa = RSA.Create(2048);
            var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
            var file = Path.Combine(folder, $"playback-{id}.key");
            PrivateFile.Write(file, rsa.ExportPkcs8PrivateKey());
            files = [file];
        }

        return
        [
            .. files
                .Select(file => new SigningKey(
                    Path.GetFileNameWithoutExtension(file)["playback-".Length..], File.ReadAllBytes(file), File.GetLastWriteTimeUtc(file)))
                .OrderByDescending(key => key.CreatedAt),
        ];
    }
}
