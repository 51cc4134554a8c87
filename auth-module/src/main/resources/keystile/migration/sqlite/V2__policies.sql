-- Accounts own keys; a key can do what both it and its owner may.
CREATE TABLE keystile_account (
  name        TEXT    NOT NULL PRIMARY KEY,
  description TEXT,
  scopes      TEXT    NOT NULL,
  enabled     INTEGER NOT NULL,
  created_at  INTEGER NOT NULL,
  version     INTEGER NOT NULL
) WITHOUT ROWID;

-- Lists are JSON arrays, or null when empty.
ALTER TABLE keystile_key ADD COLUMN owner TEXT REFERENCES keystile_account (name);
ALTER TABLE keystile_key ADD COLUMN windows TEXT;
ALTER TABLE keystile_key ADD COLUMN allow_list TEXT;
ALTER TABLE keystile_key ADD COLUMN deny_list TEXT;
ALTER TABLE keystile_key ADD COLUMN rate_limits TEXT;
ALTER TABLE keystile_key ADD COLUMN quotas TEXT;
ALTER TABLE keystile_key ADD COLUMN metadata TEXT;

-- Counts the secrets of a key. The one before the last rotation is kept after its overlap, so that
-- it can be called expired.
ALTER TABLE keystile_key ADD COLUMN generation INTEGER NOT NULL DEFAULT 1;
ALTER TABLE keystile_key ADD COLUMN previous_digest BLOB;
ALTER TABLE keystile_key ADD COLUMN previous_hint TEXT;
ALTER TABLE keystile_key ADD COLUMN previous_ends_at INTEGER;

CREATE INDEX keystile_key_owner ON keystile_key (owner) WHERE owner IS NOT NULL;
CREATE UNIQUE INDEX keystile_key_previous ON keystile_key (previous_digest)
  WHERE previous_digest IS NOT NULL;

-- How often each secret was used, and when and from where last; added up in batches.
CREATE TABLE keystile_use (
  key_id     TEXT    NOT NULL REFERENCES keystile_key (id) ON DELETE CASCADE,
  generation INTEGER NOT NULL,
  requests   INTEGER NOT NULL,
  last_at    INTEGER NOT NULL,
  last_from  TEXT,
  PRIMARY KEY (key_id, generation)
) WITHOUT ROWID;

-- What was switched at run time.
CREATE TABLE keystile_setting (
  name       TEXT    NOT NULL PRIMARY KEY,
  value      TEXT    NOT NULL,
  changed_at INTEGER NOT NULL
) WITHOUT ROWID;
