package io.keystile.app.console.people;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code keystile_console_user}.
 *
 * @param epoch goes up when the sessions until then have to end
 */
@MappedEntity("keystile_console_user")
record ConsoleUserRow(
    @Id String name,
    String role,
    String passwordHash,
    long epoch,
    long createdAt,
    @Nullable Long lastSignInAt,
    long passwordChangedAt) {

  Role roleValue() {
    return Role.valueOf(role.toUpperCase(Locale.ROOT));
  }

  ConsoleUser user() {
    return new ConsoleUser(
        name,
        roleValue(),
        Instant.ofEpochMilli(createdAt),
        lastSignInAt == null ? null : Instant.ofEpochMilli(lastSignInAt),
        Instant.ofEpochMilli(passwordChangedAt));
  }

  // Nobody's log gets the hash.
  @Override
  public String toString() {
    return "ConsoleUserRow[" + name + "]";
  }
}
