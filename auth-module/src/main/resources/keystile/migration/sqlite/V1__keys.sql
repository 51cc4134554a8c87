-- Instants are milliseconds since 1970-01-01 UTC. Scopes are separated by one space.
CREATE TABLE keystile_key (
  id          TEXT    NOT NULL PRIMARY KEY,
  name        TEXT    NOT NULL,
  description TEXT,
  hint        TEXT    NOT NULL,
  digest      BLOB    NOT NULL UNIQUE,
  pepper_id   TEXT    NOT NULL,
  scopes      TEXT    NOT NULL,
  enabled     INTEGER NOT NULL,
  imported    INTEGER NOT NULL,
  created_at  INTEGER NOT NULL,
  not_before  INTEGER,
  expires_at  INTEGER,
  version     INTEGER NOT NULL
) WITHOUT ROWID;

-- Every prefix that keys were generated under: a wrong checksum there cannot be a key, unless keys
-- made elsewhere begin with it too. The empty prefix says that such keys exist at all.
CREATE TABLE keystile_prefix (
  prefix       TEXT    NOT NULL PRIMARY KEY,
  foreign_keys INTEGER NOT NULL
) WITHOUT ROWID;

-- Every pepper that rows were made with, by its id: a start without it is refused.
CREATE TABLE keystile_pepper (
  pepper_id TEXT NOT NULL PRIMARY KEY
) WITHOUT ROWID;

-- What other processes have to forget: the digest of a changed key.
CREATE TABLE keystile_change (
  seq    INTEGER PRIMARY KEY AUTOINCREMENT,
  digest BLOB    NOT NULL,
  at     INTEGER NOT NULL
);
