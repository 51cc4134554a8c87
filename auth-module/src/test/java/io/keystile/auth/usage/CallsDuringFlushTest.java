package io.keystile.auth.usage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.keystile.auth.TestStore;
import io.keystile.auth.Verdict;
import io.keystile.auth.keys.IssuedKey;
import io.keystile.auth.policy.Call;
import io.keystile.auth.secret.KeySecret;
import io.keystile.auth.verify.KeyVerifier;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No call waits for what is written down of others, whether its key is in memory or not. */
class CallsDuringFlushTest {

  @TempDir Path folder;
  private TestStore store;
  private IssuedKey known;
  private IssuedKey cold;

  @BeforeEach
  void open() {
    store = TestStore.open(folder.resolve("keys.db"));
    known = store.issue("known");
    cold = store.issue("cold");
    use(known.secret());
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void arePassedBetweenTwoTransactionsOfAFlush() {
    uses().flush(() -> CompletableFuture.runAsync(() -> use(known.secret())).join());
    assertEquals(1, uses().find(known.key().id()).get(0).requests());
    uses().flush();
    assertEquals(2, uses().find(known.key().id()).get(0).requests());
  }

  @Test
  void arePassedWhileSomebodyWrites() throws SQLException {
    try (Connection writer =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("keys.db"));
        Statement statement = writer.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");
      CompletableFuture<Void> flush = CompletableFuture.runAsync(() -> uses().flush());
      use(known.secret());
      use(cold.secret());
      statement.execute("COMMIT");
      flush.join();
    }
    uses().flush();
    assertEquals(2, uses().find(known.key().id()).get(0).requests());
    assertEquals(1, uses().find(cold.key().id()).get(0).requests());
  }

  private KeyUses uses() {
    return store.bean(KeyUses.class);
  }

  private void use(KeySecret secret) {
    Call call = new Call(store.clock().millis(), null, List.of());
    assertInstanceOf(
        Verdict.Accepted.class,
        store.bean(KeyVerifier.class).verify(secret, call).toCompletableFuture().join());
  }
}
