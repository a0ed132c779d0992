namespace StreamPlatform.Local.Stores.Telemetry;

/// <summary>The schema of <see cref="TelemetryDatabase"/>, as the scripts that lead to it; only ever appended to.</summary>
internal static class TelemetrySchema
{
    public static IReadOnlyList<string> Migrations { get; } =
    [
        """
        CREATE TABLE shard_heads (
          shard TEXT NOT NULL,
          hub_partition INTEGER NOT NULL,
          watermark INTEGER NOT NULL,
          version INTEGER NOT NULL,
          PRIMARY KEY (shard, hub_partition)
        ) STRICT, WITHOUT ROWID;

        -- What one partition of the hub writes lies together: a batch touches a third of the pages.
        CREATE TABLE shard_documents (
          hub_partition INTEGER NOT NULL,
          shard TEXT NOT NULL,
          id TEXT NOT NULL,
          expires_at INTEGER,
          body BLOB NOT NULL,
          PRIMARY KEY (hub_partition, shard, id)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX shard_documents_by_expiry ON shard_documents (expires_at) WHERE expires_at IS NOT NULL;
        """,
    ];
}
