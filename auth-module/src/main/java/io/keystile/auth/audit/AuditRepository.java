package io.keystile.auth.audit;

import io.keystile.auth.store.Store;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.Repository;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

/** Rows of {@code keystile_audit}. */
@Repository(Store.NAME)
@JdbcRepository(dialect = Dialect.ANSI)
interface AuditRepository extends GenericRepository<AuditRow, Long> {

  @Query(
      """
      INSERT INTO keystile_audit (number, at, actor_kind, actor_id, address, request_id, action,
        target, before_json, after_json, result, key_id, mac)
      VALUES (:number, :at, :actorKind, :actorId, :address, :requestId, :action,
        :target, :beforeJson, :afterJson, :result, :keyId, :mac)
      """)
  void append(AuditRow row);

  @Query("SELECT * FROM keystile_audit ORDER BY number DESC LIMIT 1")
  Optional<AuditRow> findLast();

  @Query("SELECT * FROM keystile_audit WHERE number = :number")
  Optional<AuditRow> findRow(long number);

  @Query("SELECT * FROM keystile_audit WHERE number > :after ORDER BY number LIMIT :size")
  List<AuditRow> after(long after, int size);

  @Query(
      """
      SELECT * FROM keystile_audit
      WHERE number = (SELECT max(number) FROM keystile_audit WHERE action = 'audit.prune')
      """)
  Optional<AuditRow> findLastPrune();

  @Query("SELECT number FROM keystile_audit ORDER BY number LIMIT 1")
  Optional<Long> findFirstNumber();

  /** The first that is not older, up to an end: nobody waits while the whole log is read. */
  @Query(
      """
      SELECT number FROM keystile_audit
      WHERE +at >= :since AND number <= :end ORDER BY number LIMIT 1
      """)
  Optional<Long> findFirstKept(long since, long end);

  @Query("SELECT * FROM keystile_audit WHERE number <= :end ORDER BY number DESC LIMIT 1")
  Optional<AuditRow> findLastUpTo(long end);

  @Query("DELETE FROM keystile_audit WHERE number <= :last")
  int removeUpTo(long last);
}
