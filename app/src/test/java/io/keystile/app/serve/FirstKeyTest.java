package io.keystile.app.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.app.Program;
import io.keystile.app.cli.CommandException;
import io.keystile.app.cli.Database;
import io.keystile.app.cli.ExitCode;
import io.keystile.app.cli.Streams;
import io.keystile.app.serve.ServeConfiguration.Bootstrap;
import io.keystile.auth.Scopes;
import io.keystile.auth.keys.ApiKeys;
import io.keystile.auth.keys.KeyQuery;
import io.keystile.auth.keys.ManagedKey;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstKeyTest {

  private static final String KEY = "ks_[0-9A-Za-z]{32}";

  @TempDir private static Path shared;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Path folder = shared;
  private ApplicationContext context = ApplicationContext.builder().build();

  @BeforeEach
  void emptyStore() throws IOException {
    folder = Files.createTempDirectory(shared, "first key's ");
    context =
        ApplicationContext.builder()
            .deduceEnvironment(false)
            .properties(Map.of("keystile.db", folder.resolve("keys.db").toString()))
            .start();
  }

  @AfterEach
  void close() {
    context.close();
  }

  @Test
  void refusesToStartWithoutAKeyWhenToldSo() {
    CommandException refused =
        assertThrows(CommandException.class, () -> firstKey(Bootstrap.FAIL).requireKey());
    assertEquals(ExitCode.REFUSED, refused.exitCode());
    String message = String.valueOf(refused.getMessage());
    assertTrue(message.startsWith("API key not configured. Make one with: "), message);
  }

  @Test
  void makesNoneWhenToldSo() {
    FirstKey none = firstKey(Bootstrap.NONE);
    none.requireKey();
    none.ensure(report());
    assertEquals(0, keys().size());
  }

  @Test
  void makesNoneWhenThereIsOne() {
    firstKey(Bootstrap.CREATE).ensure(report());
    firstKey(Bootstrap.FAIL).requireKey();
    firstKey(Bootstrap.CREATE).ensure(report());
    assertEquals(1, keys().size());
    assertEquals(List.of("first-key.txt"), textFiles());
  }

  @Test
  void writesAFileForTheOwnerOnly() throws IOException {
    firstKey(Bootstrap.CREATE).ensure(report());
    Path file = folder.resolve("first-key.txt");
    assertTrue(Files.readString(file).matches(KEY + "\n"));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    assertEquals("The first key is in " + file + "\n", out.toString());
    assertFalse(err.toString().contains(Files.readString(file).strip()));
    ManagedKey key = keys().get(0);
    assertEquals("first key", key.name());
    assertEquals(Scopes.ALL, key.scopes());
  }

  @Test
  void saysHowToTryItFromAFolderWithAnOddName() {
    firstKey(Bootstrap.CREATE).ensure(report());
    String quoted = "'" + folder.resolve("first-key.txt").toString().replace("'", "'\\''") + "'";
    assertEquals(
        "Try it: curl -H \"Authorization: Bearer $(cat "
            + quoted
            + ")\" http://127.0.0.1:8080/v1/models",
        err.toString().strip());
  }

  @Test
  void neverWritesOverAnotherFile() throws IOException {
    Path older = Files.writeString(folder.resolve("first-key.txt"), "older");
    firstKey(Bootstrap.CREATE).ensure(report());
    assertEquals("older", Files.readString(older));
    assertTrue(Files.readString(folder.resolve("first-key-2.txt")).matches(KEY + "\n"));
    assertTrue(out.toString().contains("first-key-2.txt"), out.toString());
  }

  @Test
  void leavesNoKeyBehindThatNobodyHas() throws IOException {
    for (int number = 1; number <= 100; number++) {
      String name = number == 1 ? "first-key.txt" : "first-key-" + number + ".txt";
      Files.createFile(folder.resolve(name));
    }
    CommandException refused =
        assertThrows(CommandException.class, () -> firstKey(Bootstrap.CREATE).ensure(report()));
    assertEquals(ExitCode.STORE, refused.exitCode());
    assertEquals(0, keys().size());
  }

  @Test
  void showsItOnceOnATerminal() {
    Streams terminal = Program.in(folder).answering(null).streams(out, err);
    firstKey(Bootstrap.CREATE, terminal).ensure(report());
    String key = out.toString().strip();
    assertTrue(key.matches(KEY), key);
    assertFalse(err.toString().contains(key));
    assertTrue(err.toString().contains("Store it now"), err.toString());
    assertEquals(List.of(), textFiles());
  }

  private FirstKey firstKey(Bootstrap bootstrap) {
    return firstKey(bootstrap, streams());
  }

  private FirstKey firstKey(Bootstrap bootstrap, Streams streams) {
    return new FirstKey(
        bootstrap, context.getBean(ApiKeys.class), Database.of(context.getEnvironment()), streams);
  }

  private StartReport report() {
    return new StartReport(streams(), "0.0.0.0", 8080);
  }

  private Streams streams() {
    return Program.in(folder).streams(out, err);
  }

  private List<ManagedKey> keys() {
    return context.getBean(ApiKeys.class).search(KeyQuery.ALL, null, 10).items();
  }

  private List<String> textFiles() {
    String[] names = folder.toFile().list((any, name) -> name.endsWith(".txt"));
    return names == null ? List.of() : List.of(names);
  }
}
