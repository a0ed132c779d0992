using Microsoft.Extensions.Time.Testing;
using StreamPlatform.Domain.Stores;
using StreamPlatform.Tests.Contracts.Stores;

namespace StreamPlatform.Local.Tests.Stores;

/// <summary>The contract on SQLite.</summary>
public sealed class SqliteDocumentsTests : DocumentsContract, IAsyncLifetime
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 14, 15, 9, 26, TimeSpan.Zero));
    private readonly SqliteStores _stores;

    public SqliteDocumentsTests() => _stores = new SqliteStores(_clock);

    private protected override IDocuments Documents => _stores.Get<IDocuments>();

    [Fact]
    public async Task What_has_expired_goes_and_its_key_is_free_again()
    {
        var note = new Note("part", "1", ExpiresAt: _clock.GetUtcNow().AddMinutes(1));
        await Documents.WriteAsync(Note.Kind.Add(note), default);
        await Documents.WriteAsync(Note.Kind.Add(note with { Id = "stays", ExpiresAt = null }), default);
        Assert.Null(await Documents.WriteAsync(Note.Kind.Add(note), default));

        _clock.Advance(TimeSpan.FromMinutes(1));

        Assert.NotNull(await Documents.WriteAsync(Note.Kind.Add(note with { ExpiresAt = _clock.GetUtcNow().AddMinutes(1) }), default));
        _clock.Advance(TimeSpan.FromMinutes(1));
        await Documents.WriteAsync(Note.Kind.Put(note with { Id = "other", ExpiresAt = _clock.GetUtcNow().AddMinutes(1) }), default);
        Assert.Null(await Documents.FindAsync(Note.Kind, note.Key, default));
        Assert.NotNull(await Documents.FindAsync(Note.Kind, new DocumentKey("part", "stays"), default));
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _stores.DisposeAsync().AsTask();
}
