-- With keystile.keys.recoverable: the present secret of a key, sealed with a master key from outside
-- the database (AES-256-GCM, the key's id as associated data): 12 bytes of nonce, then the
-- rest, in base64.
CREATE TABLE keystile_key_copy (
  key_id    TEXT NOT NULL PRIMARY KEY REFERENCES keystile_key (id) ON DELETE CASCADE,
  master_id TEXT NOT NULL,
  sealed    TEXT NOT NULL
) WITHOUT ROWID;
