using System.Security.Cryptography;
using System.Text.Json;
using StreamPlatform.Domain;
using StreamPlatform.Domain.Playback;

namespace StreamPlatform.Local.Stores;

/// <summary>
/// The embedded signing keys: one file in the keys folder of the data folder, readable by its owner only. A key signs for
/// 90 days and counts until the last token it can have signed has expired.
/// </summary>
public sealed class FileSigningKeys : ISigningKeys, IDisposable
{
    public const string FileName = "playback-signing.json";

    private const int Bits = 2048;
    private static readonly TimeSpan SignsFor = TimeSpan.FromDays(90);

    private readonly string _path;
    private readonly TimeProvider _clock;
    private readonly SemaphoreSlim _turn = new(1);
    private IReadOnlyList<SigningKey>? _keys;

    /// <param name="folder">Made when absent.</param>
    /// <param name="file">Name of the file in it: another one for other keys.</param>
    public FileSigningKeys(string folder, TimeProvider clock, string file = FileName)
    {
        Directory.CreateDirectory(folder);
        (_path, _clock) = (Path.Combine(folder, file), clock);
    }

    public async Task<IReadOnlyList<SigningKey>> ReadAsync(CancellationToken ct)
    {
        if (_keys is { } known && IsFresh(known))
        {
            return known;
        }

        await _turn.WaitAsync(ct);
        try
        {
            var keys = _keys ?? await LoadAsync(ct);
            return _keys = IsFresh(keys) ? keys : await RotateAsync(keys, ct);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private bool IsFresh(IReadOnlyList<SigningKey> keys) =>
        keys is [var newest, ..] && _clock.GetUtcNow() - newest.CreatedAt < SignsFor;

    private async Task<IReadOnlyList<SigningKey>> LoadAsync(CancellationToken ct)
    {
        if (!File.Exists(_path))
        {
            return [];
        }

        await using var file = File.OpenRead(_path);
        var stored = await JsonSerializer.DeserializeAsync<List<StoredKey>>(file, DomainJson.Options, ct) ?? [];
        return [.. stored.Select(key => new SigningKey(key.Id, key.PrivateKey, key.CreatedAt))];
    }

    private async Task<IReadOnlyList<SigningKey>> RotateAsync(IReadOnlyList<SigningKey> old, CancellationToken ct)
    {
        var now = _clock.GetUtcNow();
        using var rsa = RSA.Create(Bits);
        var made = new SigningKey(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)), rsa.ExportPkcs8PrivateKey(), now);
        IReadOnlyList<SigningKey> keys =
            [made, .. old.Where(key => now - key.CreatedAt < SignsFor + SignsFor + PlaybackTokens.LongestLifetime)];
        var stored = keys.Select(key => new StoredKey(key.Id, key.PrivateKey.ToArray(), key.CreatedAt)).ToList();

        // Whole or not at all: renamed over the old one once it is on disk.
        var draft = $"{_path}.new";
        File.Delete(draft);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        await using (var file = new FileStream(draft, options))
        {
            await JsonSerializer.SerializeAsync(file, stored, DomainJson.Options, ct);
            file.Flush(flushToDisk: true);
        }

        File.Move(draft, _path, overwrite: true);
        return keys;
    }

    private sealed record StoredKey(string Id, byte[] PrivateKey, DateTimeOffset CreatedAt);
}
