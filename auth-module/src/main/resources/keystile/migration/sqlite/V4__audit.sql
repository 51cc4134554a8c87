-- The chained log of changes. Instants are milliseconds since 1970-01-01 UTC; mac is HMAC-SHA-256, in
-- hexadecimal, over every other column and the mac of the row before; key_id names the key of it.
CREATE TABLE keystile_audit (
  number      INTEGER NOT NULL PRIMARY KEY,
  at          INTEGER NOT NULL,
  actor_kind  TEXT    NOT NULL,
  actor_id    TEXT    NOT NULL,
  address     TEXT,
  request_id  TEXT,
  action      TEXT    NOT NULL,
  target      TEXT    NOT NULL,
  before_json TEXT,
  after_json  TEXT,
  result      TEXT    NOT NULL,
  key_id      TEXT    NOT NULL,
  mac         TEXT    NOT NULL
);

CREATE INDEX keystile_audit_at ON keystile_audit (at);
CREATE INDEX keystile_audit_actor ON keystile_audit (actor_id);
CREATE INDEX keystile_audit_action ON keystile_audit (action);
CREATE INDEX keystile_audit_target ON keystile_audit (target);

-- Also against INSERT OR REPLACE, which runs no trigger for what it deletes.
CREATE TRIGGER keystile_audit_append_only BEFORE INSERT ON keystile_audit
WHEN NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM keystile_audit)
BEGIN
  SELECT RAISE(ABORT, 'rows of the audit log are numbered without gaps');
END;

CREATE TRIGGER keystile_audit_unchanged BEFORE UPDATE ON keystile_audit
BEGIN
  SELECT RAISE(ABORT, 'rows of the audit log cannot be changed');
END;

-- Old rows go only once a row says so: the newest audit.prune holds the number of the last to go.
CREATE TRIGGER keystile_audit_kept BEFORE DELETE ON keystile_audit
WHEN OLD.number > (
  SELECT coalesce(max(json_extract(after_json, '$.number')), 0)
  FROM keystile_audit
  WHERE number = (SELECT max(number) FROM keystile_audit WHERE action = 'audit.prune'))
BEGIN
  SELECT RAISE(ABORT, 'rows of the audit log cannot be removed');
END;
