using System.Text.Json;
using Microsoft.Data.Sqlite;
using StreamPlatform.Domain;
using StreamPlatform.Domain.Search.Discovery;
using StreamPlatform.Local.Sqlite;

namespace StreamPlatform.Local.Stores.Search;

/// <summary>Hits as they are shown, with the words marked.</summary>
internal static class SlotHits
{
    /// <summary>Words of a description that are shown.</summary>
    private const int Words = 24;

    /// <param name="marked">What to mark; null for nothing.</param>
    public static IReadOnlyList<PublicHit> Read(SqliteConnection db, string slot, IReadOnlyList<long> ids, string? marked) => [.. ids.Select(id => One(db, slot, id, marked))];

    private static PublicHit One(SqliteConnection db, string slot, long id, string? marked)
    {
        var json = db.QuerySingle($"SELECT document FROM documents_{slot} WHERE id = $1", row => row.GetString(0), id);
        var video = JsonSerializer.Deserialize<IndexedVideo>(json, DomainJson.Options)!;
        var found = marked is null ? null : db.QueryFirst(
            $"SELECT highlight(words_{slot}, 0, char(2), char(3)), snippet(words_{slot}, 4, char(2), char(3), '{PublicHit.Cut}', {Words}) FROM words_{slot} WHERE words_{slot} MATCH $1 AND rowid = $2",
            row => new[] { MarkedText.Parse(row.GetString(0)), MarkedText.Parse(row.GetString(1)) },
            marked,
            id);
        return new PublicHit(
            video.AssetId,
            found?[0] ?? new MarkedText(video.Title, []),
            found?[1] is { Marks.Count: > 0 } description ? description : null,
            new HitChannel(video.ChannelId, video.ChannelName),
            video.PublishedAt);
    }
}
