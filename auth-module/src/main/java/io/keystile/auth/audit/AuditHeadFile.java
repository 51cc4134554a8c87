package io.keystile.auth.audit;

import io.keystile.auth.store.SideFiles;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Optional;

/** The file beside the database that holds the end of the log. */
@Singleton
final class AuditHeadFile {

  static final String FILE = ".audit-head";

  private final SideFiles files;
  private final AuditKeys keys;

  AuditHeadFile(SideFiles files, AuditKeys keys) {
    this.files = files;
    this.keys = keys;
  }

  Path path() {
    return files.path(FILE);
  }

  boolean isMissing() {
    return files.find(FILE).isEmpty();
  }

  /** What it holds, or nothing when it is missing or somebody else wrote it. */
  Optional<AuditHead> findGenuine() {
    return files.find(FILE).flatMap(AuditHead::parse).filter(this::isGenuine);
  }

  /** To be called in a transaction that writes: the one who holds the lock knows the last row. */
  void write(long number, String mac, AuditKey key) {
    files.replace(FILE, AuditHead.of(number, mac, key).text());
  }

  private boolean isGenuine(AuditHead head) {
    return keys.find(head.keyId()).filter(head::isSealed).isPresent();
  }
}
