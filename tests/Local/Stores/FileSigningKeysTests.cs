using System.Security.Cryptography;
using Microsoft.Extensions.Time.Testing;
using StreamPlatform.Local.Stores;
using StreamPlatform.Tests.Contracts.Stores;

namespace StreamPlatform.Local.Tests.Stores;

public sealed class FileSigningKeysTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("keys-");
    private readonly FakeTimeProvider _clock = new(Samples.Now);

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_key_is_made_once_and_outlives_the_process()
    {
        var first = Assert.Single(await ReadAsync());
        var second = Assert.Single(await ReadAsync());

        using var rsa = RSA.Create();
        rsa.ImportPkcs8PrivateKey(second.PrivateKey.Span, out _);
        Assert.Equal(first.Id, second.Id);
        Assert.Equal(2048, rsa.KeySize);
    }

    [Fact]
    public async Task Many_at_once_get_the_same_key()
    {
        using var keys = new FileSigningKeys(_folder.FullName, _clock);

        var read = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => keys.ReadAsync(default))));

        Assert.Single(read.SelectMany(list => list).Select(key => key.Id).Distinct());
    }

    [Fact]
    public async Task After_ninety_days_a_new_key_signs_and_the_old_one_still_counts()
    {
        var old = Assert.Single(await ReadAsync());
        _clock.Advance(TimeSpan.FromDays(90));

        var keys = await ReadAsync();

        Assert.Equal(2, keys.Count);
        Assert.NotEqual(old.Id, keys[0].Id);
        Assert.Equal(old.Id, keys[1].Id);
    }

    [SkippableFact]
    public async Task Only_its_owner_can_read_the_file()
    {
        Skip.If(OperatingSystem.IsWindows(), "File modes are not a Windows thing.");
        await ReadAsync();

        var mode = OperatingSystem.IsWindows() ? default : File.GetUnixFileMode(Path.Combine(_folder.FullName, FileSigningKeys.FileName));

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, mode);
    }

    private async Task<IReadOnlyList<Domain.Playback.SigningKey>> ReadAsync()
    {
        using var keys = new FileSigningKeys(_folder.FullName, _clock);
        return await keys.ReadAsync(default);
    }
}
