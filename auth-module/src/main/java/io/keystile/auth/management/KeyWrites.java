package io.keystile.auth.management;

import io.keystile.auth.ApiKeyId;
import io.keystile.auth.keys.AccountNotFoundException;
import io.keystile.auth.keys.ApiKeys;
import io.keystile.auth.keys.Confirmation;
import io.keystile.auth.keys.IssuedKey;
import io.keystile.auth.keys.KeyRecovery;
import io.keystile.auth.keys.KeyRotation;
import io.keystile.auth.keys.KeySettings;
import io.keystile.auth.keys.ManagedKey;
import io.keystile.auth.management.input.Fault;
import io.keystile.auth.management.input.FaultyInputException;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Writes to keys on behalf of the caller, which can give no key more than it has. */
@Singleton
final class KeyWrites {

  private static final String NEW = "new";

  private final ApiKeys keys;
  private final KeyRotation rotation;
  private final KeyRecovery recovery;
  private final Grants grants;

  KeyWrites(ApiKeys keys, KeyRotation rotation, KeyRecovery recovery, Grants grants) {
    this.keys = keys;
    this.rotation = rotation;
    this.recovery = recovery;
    this.grants = grants;
  }

  IssuedKey issue(KeyChange wanted) {
    return pointed(() -> keys.issue(grants.require(wanted.applyTo(KeySettings.named(NEW)))));
  }

  ManagedKey change(
      ApiKeyId id, OptionalLong version, KeyChange wanted, Set<Confirmation> confirmed) {
    UnaryOperator<KeySettings> change = there -> grants.require(wanted.applyTo(there));
    return pointed(
        () ->
            version.isPresent()
                ? keys.change(id, version.getAsLong(), change, confirmed)
                : keys.change(id, change, confirmed));
  }

  /** The version that was judged is the one that is enabled. */
  ManagedKey enable(ApiKeyId id, OptionalLong version) {
    ManagedKey seen = keys.get(id);
    grants.require(seen);
    return keys.enable(id, version.orElse(seen.version()));
  }

  ManagedKey disable(ApiKeyId id, OptionalLong version, Set<Confirmation> confirmed) {
    return version.isPresent()
        ? keys.disable(id, version.getAsLong(), confirmed)
        : keys.disable(id, confirmed);
  }

  void delete(ApiKeyId id, OptionalLong version, Set<Confirmation> confirmed) {
    if (version.isPresent()) {
      keys.delete(id, version.getAsLong(), confirmed);
    } else {
      keys.delete(id, confirmed);
    }
  }

  /** The version that was judged is the one that is rotated. */
  IssuedKey rotate(ApiKeyId id, OptionalLong version, Duration overlap) {
    ManagedKey seen = keys.get(id);
    grants.require(seen);
    return rotation.rotate(id, version.orElse(seen.version()), overlap);
  }

  IssuedKey reveal(ApiKeyId id) {
    ManagedKey key = keys.get(id);
    grants.require(key);
    return new IssuedKey(key, recovery.reveal(id));
  }

  private static <T> T pointed(Supplier<T> work) {
    try {
      return work.get();
    } catch (IllegalArgumentException e) {
      throw KeyBody.faulty(e);
    } catch (AccountNotFoundException e) {
      throw new FaultyInputException(Fault.at("/owner", String.valueOf(e.getMessage())));
    }
  }
}
