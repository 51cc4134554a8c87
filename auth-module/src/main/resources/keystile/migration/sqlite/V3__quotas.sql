-- What each key has used of its quotas. Instants are milliseconds since 1970-01-01 UTC; a period is
-- day, month, or a span like 30d. A row of a window that is over is overwritten by the next one's.
-- No foreign key: keys from the environment have quotas, too, and no row of their own.
CREATE TABLE keystile_quota (
  key_id       TEXT    NOT NULL,
  period       TEXT    NOT NULL,
  window_start INTEGER NOT NULL,
  window_end   INTEGER NOT NULL,
  used         INTEGER NOT NULL,
  updated_at   INTEGER NOT NULL,
  PRIMARY KEY (key_id, period)
) WITHOUT ROWID;

CREATE INDEX keystile_quota_updated ON keystile_quota (updated_at);

CREATE TRIGGER keystile_quota_key_removed AFTER DELETE ON keystile_key
BEGIN
  DELETE FROM keystile_quota WHERE key_id = OLD.id;
END;
