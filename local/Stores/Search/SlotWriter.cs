using System.Text.Json;
using Microsoft.Data.Sqlite;
using StreamPlatform.Domain;
using StreamPlatform.Domain.Search.Discovery;
using StreamPlatform.Domain.Search.Text;
using StreamPlatform.Local.Sqlite;

namespace StreamPlatform.Local.Stores.Search;

/// <summary>Writes videos into a slot: their words, facts, and the words by which others are corrected.</summary>
internal static class SlotWriter
{
    /// <summary>Bits of an id below the second of publication.</summary>
    public const int IdBits = 12;

    private static readonly string[] ById = ["documents", "facts"], ByRow = ["titles", "words", "beginnings", "trigrams"];

    public static void Put(SqliteConnection db, string slot, IndexedVideo video)
    {
        var document = JsonSerializer.Serialize(video, DomainJson.Options);
        if (db.QueryFirst($"SELECT document FROM documents_{slot} WHERE asset_id = $1", row => row.GetString(0), video.AssetId) == document)
        {
            return;
        }

        Delete(db, slot, video.AssetId);
        var id = FreeId(db, slot, video);
        db.Execute($"INSERT INTO documents_{slot} VALUES ($1, $2, $3, $4)", id, video.AssetId, SearchText.Key(video.Title), document);
        db.Execute($"INSERT INTO facts_{slot} VALUES ($1, $2, $3, $4, $5)", id, FacetOf(db, slot, video), video.Views, video.Rating, Boost.Popularity(video.Views));
        foreach (var label in VideoLabels.Of(video))
        {
            db.Execute($"INSERT INTO labels_{slot} VALUES ($1, $2) ON CONFLICT DO NOTHING", label, id);
        }

        var folded = string.Join(' ', SearchText.Words($"{video.Title} {string.Join(' ', video.Tags)}").Where(word => SearchText.Fold(word) != word).Select(SearchText.Fold));
        var (title, tags, channel) = (SearchText.Spaced(video.Title), SearchText.Spaced(string.Join(", ", video.Tags)), SearchText.Spaced(video.ChannelName));
        db.Execute($"INSERT INTO titles_{slot} (rowid, title, tags, channel, folded) VALUES ($1, $2, $3, $4, $5)", id, title, tags, channel, folded);
        db.Execute(
            $"INSERT INTO words_{slot} (rowid, title, tags, channel, folded, description) VALUES ($1, $2, $3, $4, $5, $6)",
            id, title, tags, channel, folded, SearchText.Spaced(video.Description));
        db.Execute($"INSERT INTO beginnings_{slot} (rowid, title) VALUES ($1, $2)", id, $"{title} {folded}");
        db.Execute($"INSERT INTO trigrams_{slot} (rowid, title) VALUES ($1, $2)", id, SearchText.Key(video.Title));
        foreach (var term in SlotTerms.Of(video))
        {
            SlotTerms.Add(db, slot, term);
        }
    }

    public static void Delete(SqliteConnection db, string slot, string assetId)
    {
        if (db.QueryFirst($"SELECT id, document FROM documents_{slot} WHERE asset_id = $1", row => (Id: row.GetInt64(0), Json: row.GetString(1)), assetId) is not (var id, { } json))
        {
            return;
        }

        var video = JsonSerializer.Deserialize<IndexedVideo>(json, DomainJson.Options)!;
        foreach (var table in ById)
        {
            db.Execute($"DELETE FROM {table}_{slot} WHERE id = $1", id);
        }

        foreach (var table in ByRow)
        {
            db.Execute($"DELETE FROM {table}_{slot} WHERE rowid = $1", id);
        }

        foreach (var label in VideoLabels.Of(video))
        {
            db.Execute($"DELETE FROM labels_{slot} WHERE label = $1 AND id = $2", label, id);
        }

        foreach (var term in SlotTerms.Of(video))
        {
            SlotTerms.Remove(db, slot, term);
        }
    }

    /// <summary>The first id of the second at which a video with this asset id begins, so that what else was ever there makes no difference.</summary>
    private static long FreeId(SqliteConnection db, string slot, IndexedVideo video)
    {
        var hash = video.AssetId.Aggregate(2_166_136_261u, (hash, letter) => unchecked((hash ^ letter) * 16_777_619u));
        var id = (Math.Max(0, video.PublishedAt.ToUnixTimeSeconds()) << IdBits) + (hash & ((1 << IdBits) - 1));
        while (db.QueryFirst($"SELECT id FROM documents_{slot} WHERE id = $1", row => row.GetInt64(0), id) != 0)
        {
            id++;
        }

        return id;
    }

    private static long FacetOf(SqliteConnection db, string slot, IndexedVideo video)
    {
        object?[] facet =
        [
            video.Category ?? "", video.Language ?? "", Bands.Of(video.DurationSeconds).ToString().ToLowerInvariant(),
            Bands.LinesOf(video.Lines), video.Captions.Count > 0 ? 1 : 0, video.IsLive ? 1 : 0,
        ];
        db.Execute($"INSERT INTO facets_{slot} (category, language, duration, lines, captions, live) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING", facet);
        return db.QuerySingle(
            $"SELECT id FROM facets_{slot} WHERE category = $1 AND language = $2 AND duration = $3 AND lines = $4 AND captions = $5 AND live = $6", row => row.GetInt64(0), facet);
    }
}
