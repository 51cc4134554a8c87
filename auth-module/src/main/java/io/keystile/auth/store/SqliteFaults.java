package io.keystile.auth.store;

import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Says in words for people why SQLite could not open the store. */
final class SqliteFaults {

  private SqliteFaults() {}

  static StoreNotUsableException explain(StoreFile file, Throwable fault) {
    return switch (primary(fault)) {
      case SQLITE_BUSY, SQLITE_LOCKED ->
          file.notUsable(
              "is locked by another program",
              "Stop that program, or name another file with keystile.db.",
              fault);
      case SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM ->
          file.notUsable("is not writable", file.accessRemedy(), fault);
      case SQLITE_FULL ->
          file.notUsable("cannot grow: the disk is full", "Make room on the disk.", fault);
      case SQLITE_IOERR ->
          file.notUsable("cannot be read or written", "Check the disk that it is on.", fault);
      case UNKNOWN_ERROR, SQLITE_ERROR ->
          file.notUsable(
              "has a schema that Keystile did not make",
              "Restore it from a backup, or name another file with keystile.db.",
              fault);
      default -> file.notUsable("is damaged", "Restore it from a backup.", fault);
    };
  }

  /** The kind of error: the lower eight bits of SQLite's extended code. */
  private static SQLiteErrorCode primary(Throwable fault) {
    @Nullable Throwable cause = fault;
    while (cause != null) {
      if (cause instanceof SQLiteException sqlite) {
        return SQLiteErrorCode.getErrorCode(sqlite.getResultCode().code & 0xff);
      }
      cause = cause.getCause();
    }
    return SQLiteErrorCode.UNKNOWN_ERROR;
  }
}
