using Microsoft.Extensions.Time.Testing;
using StreamPlatform.Domain.Playback;

namespace StreamPlatform.Domain.Tests.Playback;

public sealed class KeptSignaturesTests : IPlaybackUrlSigner
{
    private const string Folder = "asset_1/1-a/";

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 14, 15, 9, 26, TimeSpan.Zero));
    private int _signed;

    [Fact]
    public async Task A_folder_is_signed_once_a_bucket()
    {
        var kept = new KeptSignatures(this, _clock);
        var end = SignatureBuckets.EndFor(Folder, _clock.GetUtcNow());

        var first = await kept.SignAsync(Folder, default);
        Assert.NotEqual(first, await kept.SignAsync("asset_2/1-a/", default));
        _clock.SetUtcNow(end - TimeSpan.FromTicks(1));
        Assert.Equal(first, await kept.SignAsync(Folder, default));
        _clock.SetUtcNow(end);
        Assert.NotEqual(first, await kept.SignAsync(Folder, default));
        Assert.Equal(3, _signed);
    }

    public Task<SignedFolder> SignAsync(string folder, CancellationToken ct) =>
        Task.FromResult(new SignedFolder(new Uri("https://media.example.com/"), $"s={++_signed}", _clock.GetUtcNow()));
}
