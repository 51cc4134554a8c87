-- People who may sign in to the console.
CREATE TABLE keystile_console_user (
  name TEXT NOT NULL PRIMARY KEY COLLATE NOCASE,
  role TEXT NOT NULL CHECK (role IN ('viewer', 'administrator')),
  password_hash TEXT NOT NULL,
  -- Goes up when the sessions until then have to end.
  epoch INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  last_sign_in_at INTEGER,
  password_changed_at INTEGER NOT NULL
);
