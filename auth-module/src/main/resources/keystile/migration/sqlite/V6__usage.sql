-- What became of the calls of each secret in each hour since 1970-01-01 UTC. An empty reason counts
-- what was accepted, any other is the code of a refusal. Beside the ids of keys there are * for all
-- calls together and ? for those whose key is not known. No foreign key: keys from the environment
-- are counted, too, and the history of a key that is gone stays until its time is over.
CREATE TABLE keystile_usage (
  key_id     TEXT    NOT NULL,
  hour       INTEGER NOT NULL,
  generation INTEGER NOT NULL,
  reason     TEXT    NOT NULL,
  requests   INTEGER NOT NULL,
  PRIMARY KEY (key_id, hour, generation, reason)
) WITHOUT ROWID;

-- Without the count, so that counting does not write it anew.
CREATE INDEX keystile_usage_hour ON keystile_usage (hour);

-- Why a call was refused, for operators. The ids grow with time. The checks are a JSON array.
CREATE TABLE keystile_receipt (
  id         TEXT    NOT NULL PRIMARY KEY,
  at         INTEGER NOT NULL,
  reason     TEXT    NOT NULL,
  status     INTEGER NOT NULL,
  message    TEXT    NOT NULL,
  key_id     TEXT,
  method     TEXT    NOT NULL,
  route      TEXT    NOT NULL,
  address    TEXT,
  peer       TEXT,
  request_id TEXT    NOT NULL,
  checks     TEXT    NOT NULL
) WITHOUT ROWID;

CREATE INDEX keystile_receipt_key ON keystile_receipt (key_id, id) WHERE key_id IS NOT NULL;
