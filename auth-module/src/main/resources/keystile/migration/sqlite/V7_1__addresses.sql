-- Addresses that a key was used from before the one that stands with its use: each with the last use
-- that was written down, the latest 20 of a key. Instants are milliseconds since 1970-01-01 UTC.
CREATE TABLE keystile_address (
  key_id  TEXT    NOT NULL,
  address TEXT    NOT NULL,
  last_at INTEGER NOT NULL,
  PRIMARY KEY (key_id, address)
) WITHOUT ROWID;

-- Costs something only when a key moves from one address to another.
CREATE TRIGGER keystile_use_moved AFTER UPDATE OF last_from ON keystile_use
WHEN OLD.last_from IS NOT NULL AND NEW.last_from IS NOT OLD.last_from
BEGIN
  INSERT INTO keystile_address (key_id, address, last_at)
  VALUES (OLD.key_id, OLD.last_from, OLD.last_at)
  ON CONFLICT (key_id, address) DO UPDATE SET last_at = max(last_at, excluded.last_at);
  DELETE FROM keystile_address WHERE key_id = OLD.key_id AND address NOT IN (
    SELECT address FROM keystile_address WHERE key_id = OLD.key_id
    ORDER BY last_at DESC, address LIMIT 20);
END;

CREATE TRIGGER keystile_address_key_removed AFTER DELETE ON keystile_key
BEGIN
  DELETE FROM keystile_address WHERE key_id = OLD.id;
END;
