-- Which notice of which key was given for which occurrence: an end, a window, a last use. Instants
-- are milliseconds since 1970-01-01 UTC.
CREATE TABLE keystile_notice (
  key_id     TEXT    NOT NULL,
  kind       TEXT    NOT NULL,
  occurrence TEXT    NOT NULL,
  at         INTEGER NOT NULL,
  PRIMARY KEY (key_id, kind, occurrence)
) WITHOUT ROWID;

CREATE INDEX keystile_notice_at ON keystile_notice (at);

CREATE TRIGGER keystile_notice_key_removed AFTER DELETE ON keystile_key
BEGIN
  DELETE FROM keystile_notice WHERE key_id = OLD.id;
END;

-- Finds keys that are about to end, and counts keys, without a look at the whole rows.
CREATE INDEX keystile_key_standing ON keystile_key (enabled, expires_at, not_before, owner);

-- What the webhook still has to be told. A row goes when it was, or when it is given up.
CREATE TABLE keystile_outbox (
  id         TEXT    NOT NULL PRIMARY KEY,
  type       TEXT    NOT NULL,
  body       TEXT    NOT NULL,
  created_at INTEGER NOT NULL,
  next_at    INTEGER NOT NULL,
  attempts   INTEGER NOT NULL
) WITHOUT ROWID;

CREATE INDEX keystile_outbox_next ON keystile_outbox (next_at, id);

-- One row that a health check writes.
CREATE TABLE keystile_probe (
  id INTEGER NOT NULL PRIMARY KEY,
  at INTEGER NOT NULL
);
