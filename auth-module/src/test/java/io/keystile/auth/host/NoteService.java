package io.keystile.auth.host;

import io.keystile.auth.keys.ApiKeys;
import io.keystile.auth.keys.KeySettings;
import io.micronaut.context.annotation.Requires;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A service of the application's own, as it would be written without Keystile. */
@Singleton
@Requires(property = "spec.name", value = "HostApplicationTest")
class NoteService {

  private final NoteRepository notes;
  private final DataSource dataSource;
  private final ApiKeys keys;

  NoteService(NoteRepository notes, DataSource dataSource, ApiKeys keys) {
    this.notes = notes;
    this.dataSource = dataSource;
    this.keys = keys;
  }

  @Transactional
  String url() throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      return connection.getMetaData().getURL();
    }
  }

  @Transactional
  void write(String text) {
    notes.save(new Note(null, text));
  }

  /** Writes on both sides and fails. */
  @Transactional
  void writeAndFail(String text) {
    notes.save(new Note(null, text));
    keys.issue(KeySettings.named(text));
    throw new IllegalStateException("rolled back");
  }

  @Transactional
  long count() {
    return notes.count();
  }
}
