package io.keystile.auth.audit;

import io.keystile.auth.secret.SecretSettings;
import io.keystile.auth.store.SideFiles;
import io.keystile.auth.store.StoreTransactions;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.exceptions.ConfigurationException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The key that new rows are sealed with, and older ones that still verify old rows. It is a
 * setting, or a file beside the database that is made with the first row. Safe for several threads.
 */
@Context
final class AuditKeys {

  static final String SETTING = "keystile.audit.key";
  static final String OLDER = "keystile.audit.older-keys";
  static final String FILE = ".audit-key";

  private final SideFiles files;
  private final boolean newAccepted;
  private final Map<String, AuditKey> older = new HashMap<>();
  private volatile @Nullable AuditKey current;

  AuditKeys(
      SecretSettings settings,
      SideFiles files,
      AuditConfiguration configuration,
      AuditRepository repository,
      StoreTransactions transactions) {
    this.files = files;
    this.newAccepted = configuration.acceptNewKey();
    settings.find(OLDER).map(list -> list.split("\\s*[,\\n]\\s*")).stream()
        .flatMap(Stream::of)
        .filter(text -> !text.isBlank())
        .map(AuditKey::of)
        .forEach(key -> older.put(key.id(), key));
    this.current = settings.find(SETTING).map(AuditKey::of).or(this::fromFile).orElse(null);
    if (current == null
        && !newAccepted
        && transactions.read("the audit log", repository::findLast).isPresent()) {
      throw new ConfigurationException(missing());
    }
  }

  /** Whether an operator gave the old key up. */
  boolean isNewAccepted() {
    return newAccepted;
  }

  /** The key with this id, if it is at hand. */
  Optional<AuditKey> find(String id) {
    AuditKey key = findCurrent().orElse(null);
    return key != null && key.id().equals(id)
        ? Optional.of(key)
        : Optional.ofNullable(older.get(id));
  }

  /** The key for new rows, if there is one yet. */
  Optional<AuditKey> findCurrent() {
    if (current == null) {
      // Another process may have made it with the first row.
      current = fromFile().orElse(null);
    }
    return Optional.ofNullable(current);
  }

  /**
   * The key for the row behind the last; to be called in a transaction that writes, so that of two
   * processes one makes it.
   *
   * @throws AuditUnavailableException when the last row was sealed with a key that is not at hand
   */
  AuditKey forRowAfter(@Nullable AuditRow last) {
    AuditKey key = findCurrent().orElse(null);
    if (key == null) {
      if (last != null && !newAccepted) {
        throw new AuditUnavailableException(missing(), null);
      }
      files.replace(FILE, AuditKey.generate());
      key = findCurrent().orElseThrow();
    }
    if (last != null && !newAccepted && find(last.keyId()).isEmpty()) {
      throw new AuditUnavailableException(
          "The audit log was written with another key ("
              + last.keyId()
              + "). Set that key as "
              + SETTING
              + ", or as one of "
              + OLDER
              + lost(),
          null);
    }
    return key;
  }

  private Optional<AuditKey> fromFile() {
    return files.findSecret(FILE).map(String::strip).map(AuditKey::of);
  }

  private String missing() {
    return "The audit log has rows, but the key that they are sealed with is not there: "
        + files.path(FILE)
        + " is missing. Put the file back, or set the key as "
        + SETTING
        + lost();
  }

  private static String lost() {
    return ". If it is lost, start once with keystile.audit.accept-new-key=true; rows before then"
        + " cannot be verified.";
  }
}
