-- db/platform.db as release 1 writes it. Never changed: it proves that later releases open it.
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

INSERT INTO assets VALUES ('asset_0123456789abcdefghjkmnpqrs', 'user_00000000000000000000000000', 639090977660000000, 0, 'v_1',
  '{"schemaVersion":1,"id":"asset_0123456789abcdefghjkmnpqrs","ownerId":"user_00000000000000000000000000","title":"A walk by the sea","state":"ready","createdAt":"2026-03-14T15:09:26+00:00","updatedAt":"2026-03-14T15:09:26+00:00","playbackIds":[{"id":"play_0123456789abcdefghjkmnpqrs","policy":"public"}],"source":{"container":"uploads","blobName":"asset_0123456789abcdefghjkmnpqrs/upload_0123456789abcdefghjkmnpqrs","eTag":"0x8DE81","bytes":5000000,"fileName":"sea.mp4"},"generation":1,"workflowId":"process-asset_0123456789abcdefghjkmnpqrs-0123456789abcdef","runId":"1-0123456789abcdef","publishedRunId":"1-0123456789abcdef","revision":1,"durationSeconds":12.5,"renditions":[{"name":"360p","kind":"video","codecs":"avc1.64001E","width":640,"height":360,"averageBitrate":600000,"peakBitrate":900000}],"warnings":[],"uploadedAt":"2026-03-14T15:09:26+00:00","readyAt":"2026-03-14T15:09:26+00:00"}');
INSERT INTO playback_ids VALUES ('play_0123456789abcdefghjkmnpqrs', 'asset_0123456789abcdefghjkmnpqrs');
INSERT INTO uploads VALUES ('user_00000000000000000000000000', 'upload_0123456789abcdefghjkmnpqrs', 'asset_0123456789abcdefghjkmnpqrs', 639090977660000000, NULL, 'v_2',
  '{"schemaVersion":1,"id":"upload_0123456789abcdefghjkmnpqrs","ownerId":"user_00000000000000000000000000","assetId":"asset_0123456789abcdefghjkmnpqrs","fileName":"sea.mp4","sizeBytes":5000000,"blockSizeBytes":4194304,"state":"committed","createdAt":"2026-03-14T15:09:26+00:00","expiresAt":"2026-03-15T15:09:26+00:00","committedETag":"0x8DE81","committedBytes":5000000,"generation":1}');
INSERT INTO api_keys VALUES ('2538ad9dd62ff40488189a46993d3e9583f649f6f64967abd8e02fa7977597dc',
  '{"schemaVersion":1,"hash":"2538ad9dd62ff40488189a46993d3e9583f649f6f64967abd8e02fa7977597dc","ownerId":"user_00000000000000000000000000","name":"first start","createdAt":"2026-03-14T15:09:26+00:00"}');
INSERT INTO usage_entries VALUES ('user_00000000000000000000000000', 'upload:upload_0123456789abcdefghjkmnpqrs', 5000000, 0.0, 24315, 0, NULL,
  '{"schemaVersion":1,"ownerId":"user_00000000000000000000000000","key":"upload:upload_0123456789abcdefghjkmnpqrs","amount":{"bytes":5000000,"minutes":0,"uploads":0},"state":"settled","at":"2026-03-14T15:09:26+00:00"}');
PRAGMA user_version = 1;
