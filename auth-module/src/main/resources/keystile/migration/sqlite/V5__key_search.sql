-- What each key was used in all, kept beside it by triggers, so that keys can be listed in that
-- order. 0 means never.
ALTER TABLE keystile_key ADD COLUMN requests INTEGER NOT NULL DEFAULT 0;
ALTER TABLE keystile_key ADD COLUMN last_used_at INTEGER NOT NULL DEFAULT 0;

UPDATE keystile_key SET
  requests = (SELECT sum(requests) FROM keystile_use WHERE key_id = keystile_key.id),
  last_used_at = (SELECT max(last_at) FROM keystile_use WHERE key_id = keystile_key.id)
WHERE id IN (SELECT key_id FROM keystile_use);

CREATE TRIGGER keystile_use_added AFTER INSERT ON keystile_use
BEGIN
  UPDATE keystile_key SET requests = requests + NEW.requests,
    last_used_at = max(last_used_at, NEW.last_at)
  WHERE id = NEW.key_id;
END;

CREATE TRIGGER keystile_use_grown AFTER UPDATE OF requests, last_at ON keystile_use
BEGIN
  UPDATE keystile_key SET requests = requests + NEW.requests - OLD.requests,
    last_used_at = max(last_used_at, NEW.last_at)
  WHERE id = NEW.key_id;
END;

-- One for each order of a list; the id, which the table is kept by, is in each. A key without an
-- end comes behind all others.
CREATE INDEX keystile_key_name ON keystile_key (name COLLATE NOCASE);
CREATE INDEX keystile_key_expires ON keystile_key (coalesce(expires_at, 9223372036854775807));
CREATE INDEX keystile_key_last_used ON keystile_key (last_used_at);
CREATE INDEX keystile_key_requests ON keystile_key (requests);

-- The few keys that may do something to Keystile itself.
CREATE INDEX keystile_key_own_scopes ON keystile_key (enabled) WHERE instr(scopes, 'keystile') > 0;
