namespace StreamPlatform.Local.Stores;

/// <summary>
/// The schema, as scripts that only ever get appended to. Documents are JSON with a <c>schemaVersion</c> of their own
/// (<see cref="Domain.Stores.Document{T}"/>); columns beside them exist to be looked up by. Times are ticks, UTC.
/// </summary>
internal static class Schema
{
    public static IReadOnlyList<string> Migrations { get; } =
    [
        """
        CREATE TABLE assets (
          id TEXT PRIMARY KEY,
          owner_id TEXT NOT NULL,
          created_at INTEGER NOT NULL,
          deleted INTEGER NOT NULL,
          etag TEXT NOT NULL,
          document TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX assets_by_owner ON assets (owner_id, created_at DESC, id DESC) WHERE deleted = 0;

        CREATE TABLE playback_ids (
          id TEXT PRIMARY KEY,
          asset_id TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX playback_ids_by_asset ON playback_ids (asset_id);

        CREATE TABLE uploads (
          owner_id TEXT NOT NULL,
          id TEXT NOT NULL,
          asset_id TEXT NOT NULL,
          created_at INTEGER NOT NULL,
          sweep_at INTEGER,
          etag TEXT NOT NULL,
          document TEXT NOT NULL,
          PRIMARY KEY (owner_id, id)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX uploads_by_owner ON uploads (owner_id, created_at DESC, id DESC);
        CREATE INDEX uploads_by_asset ON uploads (owner_id, asset_id, created_at DESC);
        CREATE INDEX uploads_by_sweep ON uploads (sweep_at) WHERE sweep_at IS NOT NULL;

        CREATE TABLE api_keys (
          hash TEXT PRIMARY KEY,
          document TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE usage_entries (
          owner_id TEXT NOT NULL,
          key TEXT NOT NULL,
          bytes INTEGER NOT NULL,
          minutes REAL NOT NULL,
          month INTEGER NOT NULL,
          uploads INTEGER NOT NULL,
          expires_at INTEGER,
          document TEXT NOT NULL,
          PRIMARY KEY (owner_id, key)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE idempotency_keys (
          owner_id TEXT NOT NULL,
          route TEXT NOT NULL,
          key TEXT NOT NULL,
          body_hash TEXT NOT NULL,
          claimed_at INTEGER NOT NULL,
          answer TEXT,
          PRIMARY KEY (owner_id, route, key)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX idempotency_keys_by_age ON idempotency_keys (claimed_at);
        """,
        """
        ALTER TABLE idempotency_keys ADD COLUMN request_id TEXT;
        ALTER TABLE idempotency_keys ADD COLUMN free INTEGER NOT NULL DEFAULT 0;
        """,
        """
        CREATE TABLE encoding_defaults (
          owner_id TEXT PRIMARY KEY,
          etag TEXT NOT NULL,
          document TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        """,
        """
        CREATE TABLE video_documents (
          id INTEGER PRIMARY KEY,
          asset_id TEXT NOT NULL UNIQUE,
          owner_id TEXT NOT NULL,
          title TEXT NOT NULL,
          published_at INTEGER NOT NULL
        ) STRICT;
        CREATE VIRTUAL TABLE video_titles USING fts5(
          title, content='video_documents', content_rowid='id', tokenize='unicode61 remove_diacritics 2', prefix='1 2 3');
        CREATE TRIGGER video_documents_added AFTER INSERT ON video_documents BEGIN
          INSERT INTO video_titles (rowid, title) VALUES (new.id, new.title);
        END;
        CREATE TRIGGER video_documents_removed AFTER DELETE ON video_documents BEGIN
          INSERT INTO video_titles (video_titles, rowid, title) VALUES ('delete', old.id, old.title);
        END;
        CREATE TRIGGER video_documents_changed AFTER UPDATE ON video_documents BEGIN
          INSERT INTO video_titles (video_titles, rowid, title) VALUES ('delete', old.id, old.title);
          INSERT INTO video_titles (rowid, title) VALUES (new.id, new.title);
        END;

        -- What was published before there was an index; no event will come for it.
        INSERT INTO video_documents (asset_id, owner_id, title, published_at)
        SELECT id, owner_id, json_extract(document, '$.title'), created_at FROM assets
        WHERE deleted = 0 AND json_extract(document, '$.publishedRunId') IS NOT NULL AND json_extract(document, '$.state') <> 'deleting';
        """,
        """
        CREATE TABLE webhooks (
          owner_id TEXT NOT NULL,
          id TEXT NOT NULL,
          etag TEXT NOT NULL,
          document TEXT NOT NULL,
          PRIMARY KEY (owner_id, id)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE webhook_deliveries (
          owner_id TEXT NOT NULL,
          id TEXT NOT NULL,
          endpoint_id TEXT NOT NULL,
          created_at INTEGER NOT NULL,
          etag TEXT NOT NULL,
          document TEXT NOT NULL,
          PRIMARY KEY (owner_id, id)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX webhook_deliveries_by_endpoint ON webhook_deliveries (owner_id, endpoint_id, created_at DESC, id DESC);
        CREATE INDEX webhook_deliveries_by_age ON webhook_deliveries (created_at);
        """,
        """
        CREATE TABLE documents (
          container TEXT NOT NULL,
          partition TEXT NOT NULL,
          kind TEXT NOT NULL,
          id TEXT NOT NULL,
          list TEXT,
          sort_key TEXT,
          expires_at INTEGER,
          etag TEXT NOT NULL,
          document TEXT NOT NULL,
          PRIMARY KEY (container, partition, kind, id)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX documents_by_list ON documents (container, partition, kind, list, sort_key) WHERE list IS NOT NULL;
        CREATE INDEX documents_by_kind ON documents (kind, container, partition, id);
        CREATE INDEX documents_by_expiry ON documents (expires_at) WHERE expires_at IS NOT NULL;
        """,
        """
        ALTER TABLE assets ADD COLUMN trashed INTEGER NOT NULL DEFAULT 0;
        DROP INDEX assets_by_owner;
        CREATE INDEX assets_by_owner ON assets (owner_id, trashed, created_at DESC, id DESC) WHERE deleted = 0;
        """,
    ];
}
