using Microsoft.Data.Sqlite;
using StreamPlatform.Local.Sqlite;

namespace StreamPlatform.Local.Stores.Search;

/// <summary>Which slot is for what.</summary>
internal static class Slots
{
    /// <summary>Answers, but was never filled from the catalog.</summary>
    public const string Unfilled = "unfilled";

    public const string Current = "current";
    public const string Filling = "filling";

    public static IReadOnlyList<string> All { get; } = ["a", "b"];

    /// <summary>The one that answers.</summary>
    public static string Answering(SqliteConnection db) => db.QuerySingle("SELECT slot FROM generations WHERE state <> 'filling'", row => row.GetString(0));

    /// <summary>Those that what happens has to reach.</summary>
    public static IReadOnlyList<string> Written(SqliteConnection db) => db.Query("SELECT slot FROM generations", row => row.GetString(0));

    /// <summary>The slot that the generation is filled in; null when it is none.</summary>
    public static string? FillingOf(SqliteConnection db, string generation) =>
        db.QueryFirst("SELECT slot FROM generations WHERE id = $1 AND state = 'filling'", row => row.GetString(0), generation);
}
