package io.keystile.auth.host;

import io.micronaut.context.annotation.Requires;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

/** A repository of the application's own, without a word on which data source. */
@JdbcRepository(dialect = Dialect.ANSI)
@Requires(property = "spec.name", value = "HostApplicationTest")
interface NoteRepository extends GenericRepository<Note, Long> {

  Note save(Note note);

  long count();
}
