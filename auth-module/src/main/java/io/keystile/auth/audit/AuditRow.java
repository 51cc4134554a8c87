package io.keystile.auth.audit;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A row of {@code keystile_audit}. */
@MappedEntity("keystile_audit")
record AuditRow(
    @Id long number,
    long at,
    String actorKind,
    String actorId,
    @Nullable String address,
    @Nullable String requestId,
    String action,
    String target,
    @Nullable String beforeJson,
    @Nullable String afterJson,
    String result,
    String keyId,
    String mac) {

  /** Before the first row. */
  static final String NO_MAC = "";

  /** The row as it is written: sealed together with the MAC of the row before. */
  AuditRow sealed(AuditKey key, String macBefore) {
    return new AuditRow(
        number,
        at,
        actorKind,
        actorId,
        address,
        requestId,
        action,
        target,
        beforeJson,
        afterJson,
        result,
        key.id(),
        seal(key, macBefore));
  }

  /** The MAC that it has to have behind a row with this one. */
  String seal(AuditKey key, String macBefore) {
    return key.seal(
        new SealedFields("keystile-audit-row-1")
            .add(number)
            .add(at)
            .add(actorKind)
            .add(actorId)
            .add(address)
            .add(requestId)
            .add(action)
            .add(target)
            .add(beforeJson)
            .add(afterJson)
            .add(result)
            .add(key.id())
            .add(macBefore)
            .bytes());
  }

  boolean isSealed(AuditKey key, String macBefore) {
    return Objects.equals(keyId, key.id()) && Objects.equals(mac, seal(key, macBefore));
  }
}
