package io.keystile.app.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.app.launcher.Checkout.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassCacheTest {

  private static final String LISTS = "echo list >\"$FILE\"";
  private static final String MAKES = "echo classes >\"$FILE\"";
  private static final String MAKES_BOTH = MAKES + "; echo library >sqlite";
  private static final String TELLS = "keystile: preparing faster starts, once for this Java\n";
  private static final String TELLS_OF_COMMANDS =
      "keystile: preparing faster commands, once for this Java\n";

  private final Checkout checkout;

  ClassCacheTest(@TempDir Path folder) throws IOException {
    this.checkout = new Checkout(folder);
  }

  @BeforeEach
  void build() throws IOException {
    checkout.jar(true);
    java("17.0.1", MAKES);
  }

  @ParameterizedTest
  @CsvSource({"exit 1", "echo half >\"$FILE\"; exit 1", "true", "kill -9 $$"})
  void startsWithoutACacheThatCannotBeMade(String work) throws Exception {
    java("17.0.1", work);
    assertStartsWithoutACache();
  }

  @ParameterizedTest
  @CsvSource({"exit 1", "echo half >\"$FILE\"; exit 1", "true", "kill -9 $$"})
  void startsWithoutACacheWhoseClassesCannotBeListed(String listing) throws Exception {
    checkout.javaThatRehearses(checkout.javaHome, "17.0.1", listing, MAKES);
    assertStartsWithoutACache();
  }

  private void assertStartsWithoutACache() throws Exception {
    Run run = checkout.run("keys", "list");
    assertEquals(0, run.exitCode(), run.err());
    assertEquals(TELLS_OF_COMMANDS, run.err());
    assertFalse(run.out().contains("SharedArchiveFile"), run.out());
  }

  @Test
  void triesOnceOnly() throws Exception {
    java("17.0.1", "exit 1");
    checkout.run("serve");
    assertEquals("", checkout.run("serve").err());
    assertEquals(1, checkout.rehearsals().size());
  }

  @Test
  void makesNoneWhenSwitchedOff() throws Exception {
    checkout.run("serve");
    checkout.environment.put("KEYSTILE_CLASS_CACHE", "off");
    assertFalse(checkout.run("serve").out().contains("SharedArchiveFile"));
    Files.delete(cache("17.0.1"));
    assertEquals("", checkout.run("serve").err());
    assertEquals(1, checkout.rehearsals().size());
  }

  @ParameterizedTest
  @CsvSource({
    "-Xshare:off",
    "-XX:SharedArchiveFile=own",
    "-XX:AOTCache=own",
    "-XX:+UseZGC",
    "-XX:-UseCompressedOops"
  })
  void leavesTheChoiceOfACacheToTheUser(String option) throws Exception {
    checkout.environment.put("KEYSTILE_JAVA_OPTS", option);
    Run run = checkout.run("serve");
    assertEquals("", run.err());
    assertFalse(run.out().contains(cache("17.0.1").toString()), run.out());
  }

  @Test
  void makesOneAndUsesIt() throws Exception {
    Run first = checkout.run("serve");
    Run second = checkout.run("serve");
    assertEquals(TELLS, first.err());
    assertEquals("", second.err());
    assertEquals(first.out(), second.out());
    assertTrue(first.out().contains("[-XX:SharedArchiveFile=" + cache("17.0.1") + "]"));
    assertEquals(1, checkout.rehearsals().size());
    assertEquals(List.of("keystile-17.0.1+1-x.classes", "keystile.jar"), files());
  }

  @Test
  void makesOneForCommandsAlone() throws Exception {
    Run first = checkout.run("keys", "list");
    assertEquals(TELLS_OF_COMMANDS, first.err());
    assertTrue(first.out().contains("[-XX:SharedArchiveFile=" + cache("17.0.1-commands") + "]"));
    assertEquals("", checkout.run("usage").err());
    assertEquals(List.of("keystile-17.0.1+1-x-commands.classes", "keystile.jar"), files());
    assertTrue(checkout.rehearsals().get(0).contains("io.keystile.app.Rehearsal commands"));
  }

  @ParameterizedTest
  @CsvSource({"serve", "routes", "settings"})
  void startsWithTheWholeCacheWhereTheServerIsLookedAt(String command) throws Exception {
    Run run = checkout.run(command);
    assertEquals(TELLS, run.err());
    assertTrue(run.out().contains("[-XX:SharedArchiveFile=" + cache("17.0.1") + "]"), run.out());
    assertTrue(checkout.rehearsals().get(0).contains("io.keystile.app.Rehearsal server"));
  }

  @Test
  void makesOneForCommandsAloneOnNewerJavas() throws Exception {
    java("25", MAKES);
    Run run = checkout.run("keys", "list");
    assertEquals(TELLS_OF_COMMANDS, run.err());
    assertTrue(run.out().contains("[-XX:AOTCache=" + cache("25-commands") + "]"), run.out());
    assertTrue(checkout.rehearsals().get(0).contains("io.keystile.app.Rehearsal commands"));
  }

  @ParameterizedTest
  @CsvSource({
    "25, serve, on, 1000",
    "25, serve, off, -1",
    "17.0.1, serve, on, 400",
    "17.0.1, serve, off, -1",
    "25, keys, on, -1"
  })
  void compilesLaterWhereStartsAreFast(String java, String command, String cache, int calls)
      throws Exception {
    String started = started(java, command, cache);
    assertEquals(calls > 0, started.contains("Tier3"), started);
    assertEquals(
        calls > 0, started.contains("[-XX:Tier3InvocationThreshold=" + calls + "]"), started);
  }

  @ParameterizedTest
  @CsvSource({
    "25, serve, on, true",
    "25, keys, on, true",
    "25, serve, off, false",
    "26, serve, on, false",
    "17.0.1, serve, on, false"
  })
  void looksForNoProfilesInACacheWithoutAny(
      String java, String command, String cache, boolean switchedOff) throws Exception {
    String started = started(java, command, cache);
    assertEquals(switchedOff, started.contains("[-XX:-AOTReplayTraining]"), started);
  }

  private String started(String java, String command, String cache) throws Exception {
    java(java, MAKES);
    checkout.environment.put("KEYSTILE_CLASS_CACHE", cache);
    return checkout.run(command).out();
  }

  @Test
  void keepsTheLibraryOfTheStoreUnpacked() throws Exception {
    java("17.0.1", MAKES_BOTH);
    Run first = checkout.run("serve");
    assertTrue(first.out().contains("[-Dorg.sqlite.lib.path=" + checkout.jar.getParent() + "]"));
    assertTrue(first.out().contains("[-Dorg.sqlite.lib.name=keystile-17.0.1+1-x.sqlite]"));
    assertEquals(
        List.of("keystile-17.0.1+1-x.classes", "keystile-17.0.1+1-x.sqlite", "keystile.jar"),
        files());
    checkout.environment.put("KEYSTILE_JAVA_OPTS", "-Dorg.sqlite.tmpdir=/own");
    assertFalse(checkout.run("keys", "list").out().contains("org.sqlite.lib"));
  }

  @Test
  void usesNoLibraryOfAnotherJar() throws Exception {
    java("17.0.1", MAKES_BOTH);
    checkout.run("serve");
    Files.setLastModifiedTime(
        checkout.jar.resolveSibling("keystile-17.0.1+1-x.sqlite"), FileTime.from(Instant.EPOCH));
    assertFalse(checkout.run("serve").out().contains("org.sqlite.lib"));
  }

  @Test
  void keepsNoLibraryOfARehearsalThatFailed() throws Exception {
    java("17.0.1", MAKES_BOTH + "; exit 1");
    assertFalse(checkout.run("serve").out().contains("org.sqlite.lib"));
    assertEquals(List.of("keystile-17.0.1+1-x.classes", "keystile.jar"), files());
  }

  @Test
  void makesAnotherForAnotherJarAndRemovesTheOld() throws Exception {
    java("18", MAKES_BOTH);
    checkout.run("serve");
    Files.setLastModifiedTime(checkout.jar, FileTime.from(Instant.now().plusSeconds(60)));
    java("17.0.1", MAKES);
    assertEquals(TELLS, checkout.run("serve").err());
    assertEquals(List.of("keystile-17.0.1+1-x.classes", "keystile.jar"), files());
  }

  @Test
  void makesOneForEachJava() throws Exception {
    checkout.run("serve");
    java("25", MAKES);
    Run run = checkout.run("serve");
    assertEquals(TELLS, run.err());
    assertTrue(run.out().contains("[-XX:AOTCache=" + cache("25") + "]"), run.out());
    java("17.0.1", MAKES);
    assertEquals("", checkout.run("serve").err());
  }

  @Test
  void keepsTheRehearsalApartFromTheUser() throws Exception {
    checkout.environment.put("KEYSTILE_API_KEY", "not-for-a-rehearsal");
    checkout.run("serve");
    String rehearsal = checkout.rehearsals().get(0);
    assertTrue(rehearsal.startsWith(checkout.jar.getParent() + "/"), rehearsal);
    assertFalse(rehearsal.contains("KEYSTILE_"), rehearsal);
  }

  @Test
  void takesOverFromAStartThatWasCutOff() throws Exception {
    Files.writeString(making().resolve("pid"), "99999999\n");
    assertEquals(TELLS, checkout.run("serve").err());
    assertEquals(List.of("keystile-17.0.1+1-x.classes", "keystile.jar"), files());
  }

  @Test
  void doesNotWaitForAStartThatMakesIt() throws Exception {
    Files.writeString(making().resolve("pid"), ProcessHandle.current().pid() + "\n");
    Run run = checkout.run("serve");
    assertEquals(0, run.exitCode());
    assertEquals("", run.err());
    assertFalse(run.out().contains("SharedArchiveFile"), run.out());
  }

  private void java(String version, String work) throws IOException {
    checkout.javaThatRehearses(checkout.javaHome, version, LISTS, work);
  }

  private Path cache(String version) {
    String name = version.replaceFirst("-commands|$", "+1-x$0");
    return checkout.jar.resolveSibling("keystile-" + name + ".classes");
  }

  private Path making() throws IOException {
    return Files.createDirectory(Path.of(cache("17.0.1") + ".new"));
  }

  private List<String> files() throws IOException {
    try (Stream<Path> all = Files.list(checkout.jar.getParent())) {
      return all.map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith("keystile"))
          .sorted()
          .toList();
    }
  }
}
