namespace StreamPlatform.Local.Stores.Search;

/// <summary>
/// The public index's schema, in a file of its own: it follows from the catalog, and filling it must not hold up the stores'
/// writes. It is there twice, in slots: one answers, the other is filled when the index is made anew. A change of it is a
/// script that drops both slots and marks the first as never filled.
/// </summary>
internal static class SearchSchema
{
    /// <summary>Where the index answers, and where a generation is being filled.</summary>
    private const string Generations =
        """
        CREATE TABLE generations (
          slot TEXT PRIMARY KEY,
          id TEXT NOT NULL,
          state TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        INSERT INTO generations VALUES ('a', '', 'unfilled');
        """;

    private static readonly string[] Tables = ["documents", "facts", "facets", "labels", "terms", "variants", "titles", "words", "beginnings", "trigrams"];

    public static IReadOnlyList<string> Migrations { get; } = [Generations + Create("a")];

    /// <summary>
    /// A video's id is the second of its publication and some bits more, so that lists come latest first as they lie. Facts are
    /// apart from documents so that many of them are read with few pages, and titles apart from all words: descriptions have
    /// so many that whatever is sought in them takes ten times as long.
    /// </summary>
    public static string Create(string slot) =>
        $"""
        CREATE TABLE documents_{slot} (
          id INTEGER PRIMARY KEY,
          asset_id TEXT NOT NULL UNIQUE,
          title_key TEXT NOT NULL,
          document TEXT NOT NULL
        ) STRICT;
        CREATE INDEX documents_{slot}_by_title ON documents_{slot} (title_key, id);

        CREATE TABLE facts_{slot} (
          id INTEGER PRIMARY KEY,
          facet INTEGER NOT NULL,
          views INTEGER NOT NULL,
          rating REAL NOT NULL,
          popularity REAL NOT NULL
        ) STRICT;
        CREATE INDEX facts_{slot}_by_views ON facts_{slot} (views DESC, id DESC);
        CREATE INDEX facts_{slot}_by_rating ON facts_{slot} (rating DESC, id DESC);
        CREATE INDEX facts_{slot}_by_facet ON facts_{slot} (facet, id);

        CREATE TABLE facets_{slot} (
          id INTEGER PRIMARY KEY,
          category TEXT NOT NULL,
          language TEXT NOT NULL,
          duration TEXT NOT NULL,
          lines INTEGER NOT NULL,
          captions INTEGER NOT NULL,
          live INTEGER NOT NULL,
          UNIQUE (category, language, duration, lines, captions, live)
        ) STRICT;

        CREATE TABLE labels_{slot} (label TEXT NOT NULL, id INTEGER NOT NULL, PRIMARY KEY (label, id)) STRICT, WITHOUT ROWID;

        CREATE TABLE terms_{slot} (term TEXT PRIMARY KEY, documents INTEGER NOT NULL) STRICT, WITHOUT ROWID;
        CREATE TABLE variants_{slot} (variant TEXT NOT NULL, term TEXT NOT NULL, PRIMARY KEY (variant, term)) STRICT, WITHOUT ROWID;

        -- With their content: without it FTS5 would go on counting what was deleted, and rank by it.
        CREATE VIRTUAL TABLE titles_{slot} USING fts5(title, tags, channel, folded, tokenize='porter unicode61 remove_diacritics 2');
        CREATE VIRTUAL TABLE words_{slot} USING fts5(title, tags, channel, folded, description, tokenize='porter unicode61 remove_diacritics 2');
        CREATE VIRTUAL TABLE beginnings_{slot} USING fts5(
          title, content='', contentless_delete=1, detail=none, tokenize='unicode61 remove_diacritics 2', prefix='1 2 3');
        CREATE VIRTUAL TABLE trigrams_{slot} USING fts5(title, content='', contentless_delete=1, detail=none, tokenize='trigram');
        """;

    public static string Drop(string slot) => string.Concat(Tables.Select(table => $"DROP TABLE IF EXISTS {table}_{slot};"));
}
