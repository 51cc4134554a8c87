package io.keystile.app.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.app.launcher.Checkout.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LauncherTest {

  private static final int NO_TOOL = 5;
  private static final int NO_BUILD = 6;

  private final Path folder;
  private final Checkout checkout;

  LauncherTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.checkout = new Checkout(folder);
  }

  @Test
  void saysWhereItLookedWithoutJava() throws Exception {
    Path nowhere = folder.resolve("nowhere");
    Run run = checkout.run(checkout.launcher(), folder, nowhere);
    assertEquals(NO_TOOL, run.exitCode());
    assertTrue(run.err().contains("needs a JDK of version 17 or newer"), run.err());
    assertTrue(run.err().contains(nowhere + " (no bin/java)"), run.err());
    assertEquals(List.of(), checkout.mavenCalls());
  }

  @Test
  void refusesAnOldJava() throws Exception {
    Path old = folder.resolve("jdk 11");
    checkout.java(old, "11.0.2");
    Run run = checkout.run(checkout.launcher(), folder, old);
    assertEquals(NO_TOOL, run.exitCode());
    assertTrue(run.err().contains(old + " (version 11)"), run.err());
  }

  @Test
  void refusesAnOldJavaThatDoesNotTellItsVersionInAFile() throws Exception {
    Path old = folder.resolve("jdk 8");
    checkout.java(old, "");
    Files.delete(old.resolve("release"));
    Files.writeString(
        old.resolve("bin/java"), "#!/bin/sh\necho 'openjdk version \"1.8.0_402\"' >&2\n");
    Run run = checkout.run(checkout.launcher(), folder, old);
    assertEquals(NO_TOOL, run.exitCode());
    assertTrue(run.err().contains(old + " (version 1)"), run.err());
  }

  @Test
  void takesJavaFromThePathWhenJavaHomeIsTooOld() throws Exception {
    Path old = folder.resolve("jdk 11");
    checkout.java(old, "11.0.2");
    Files.createSymbolicLink(checkout.tools.resolve("java"), checkout.javaHome.resolve("bin/java"));
    Run run = checkout.run(checkout.launcher(), folder, old, "x");
    assertEquals(0, run.exitCode(), run.err());
    assertTrue(checkout.mavenCalls().get(0).contains("JAVA_HOME=" + checkout.javaHome));
  }

  @Test
  void saysWhereItLookedWithoutMaven() throws Exception {
    checkout.removeMaven();
    Run run = checkout.run();
    assertEquals(NO_TOOL, run.exitCode());
    assertTrue(run.err().contains("needs Maven"), run.err());
    assertTrue(run.err().contains("looked on the PATH: " + checkout.tools), run.err());
    assertEquals("", run.out());
  }

  @Test
  void needsACompilerOnlyToBuild() throws Exception {
    Files.delete(checkout.javaHome.resolve("bin/javac"));
    Run refused = checkout.run();
    assertEquals(NO_TOOL, refused.exitCode());
    assertTrue(refused.err().contains("has no javac"), refused.err());
    checkout.jar(true);
    assertEquals(0, checkout.run().exitCode());
  }

  @Test
  void showsTheErrorOfABuildAndRunsNothing() throws Exception {
    checkout.jar(false);
    checkout.maven("echo half >\"$JAR_DIR/keystile.jar\"; echo '[ERROR] A.java:[1] wrong'; exit 1");
    Run run = checkout.run("keys", "list");
    assertEquals(NO_BUILD, run.exitCode());
    assertTrue(run.err().contains("[ERROR] A.java:[1] wrong"), run.err());
    assertEquals("", run.out());
    assertFalse(Files.exists(checkout.jar));
  }

  @Test
  void buildsAgainAfterAFailure() throws Exception {
    checkout.maven("exit 1");
    assertEquals(NO_BUILD, checkout.run().exitCode());
    checkout.maven(Checkout.BUILDS);
    assertEquals(0, checkout.run().exitCode());
    assertEquals(2, checkout.mavenCalls().size());
  }

  @Test
  void runsNothingThatABrokenBuildLeft() throws Exception {
    checkout.jar(true);
    Path lock = Files.createDirectories(checkout.jar.resolveSibling("build.lock"));
    Files.writeString(lock.resolve("pid"), "99999999\n");
    Run run = checkout.run();
    assertEquals(0, run.exitCode(), run.err());
    assertTrue(run.err().contains("cut off"), run.err());
    assertEquals(1, checkout.mavenCalls().size());
    assertFalse(Files.exists(lock));
  }

  @Test
  void buildsOnceForTwoStarts() throws Exception {
    Path gate = folder.resolve("gate");
    new ProcessBuilder("mkfifo", gate.toString()).start().waitFor();
    checkout.maven("read line <'" + gate + "'; " + Checkout.BUILDS);
    Process first = checkout.start(checkout.launcher(), folder, checkout.javaHome);
    Process second = checkout.start(checkout.launcher(), folder, checkout.javaHome);
    Files.writeString(gate, "go\n");
    assertEquals(0, Checkout.await(first).exitCode());
    assertEquals(0, Checkout.await(second).exitCode());
    assertEquals(1, checkout.mavenCalls().size());
  }

  @Test
  void buildsWhenTheJarIsMissing() throws Exception {
    Run run = checkout.run("keys", "list");
    assertEquals(0, run.exitCode(), run.err());
    assertTrue(run.err().startsWith("keystile: building"), run.err());
    assertFalse(run.out().contains("INFO"), run.out());
    String call = checkout.mavenCalls().get(0);
    assertTrue(call.contains("-f " + checkout.root + "/pom.xml -pl app -am package"), call);
  }

  @ParameterizedTest
  @CsvSource({"pom.xml", ".mvn/jvm.config", "auth-module/src/main/A.java", "app/src/main/a/b.yml"})
  void buildsWhenASourceIsNewer(String source) throws Exception {
    checkout.jar(false);
    Path file = checkout.root.resolve(source);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "new");
    assertEquals(0, checkout.run().exitCode());
    assertEquals(1, checkout.mavenCalls().size());
    assertEquals("new\n", Files.readString(checkout.jar));
  }

  @Test
  void doesNotBuildWhatIsFresh() throws Exception {
    checkout.jar(true);
    checkout.removeMaven();
    Run run = checkout.run();
    assertEquals(0, run.exitCode());
    assertEquals("", run.err());
  }

  @Test
  void runsAJarWithoutSources() throws Exception {
    checkout.jar(false);
    Files.delete(checkout.root.resolve("pom.xml"));
    assertEquals(0, checkout.run().exitCode());
    assertEquals(List.of(), checkout.mavenCalls());
  }

  @Test
  void saysThatThereIsNothingToRun() throws Exception {
    Files.delete(checkout.root.resolve("pom.xml"));
    Run run = checkout.run();
    assertEquals(NO_BUILD, run.exitCode());
    assertTrue(run.err().contains("nothing to run"), run.err());
  }

  @Test
  void runsThroughALinkFromAnywhere() throws Exception {
    checkout.jar(true);
    Path bin = Files.createDirectories(folder.resolve("my bin"));
    Path link = Files.createSymbolicLink(bin.resolve("ks"), Path.of("../a check out/app/keystile"));
    Path second = Files.createSymbolicLink(folder.resolve("keystile"), link);
    Run run = checkout.run(second, Path.of("/"), checkout.javaHome, "keys", "a b", "*");
    assertEquals(0, run.exitCode(), run.err());
    assertTrue(run.out().endsWith("[" + checkout.jar + "]\n[keys]\n[a b]\n[*]\n"), run.out());
    assertTrue(run.out().contains("\n[-Xmx64m]\n[-Da=*]\n[-jar]\n"), run.out());
  }

  @ParameterizedTest
  @CsvSource({"-Xmx64m, true", "-XX:+UseParallelGC, false", "-Xss1m -XX:+UseZGC, false"})
  void leavesTheChoiceOfACollectorToTheUser(String options, boolean own) throws Exception {
    checkout.jar(true);
    checkout.environment.put("KEYSTILE_JAVA_OPTS", options);
    assertEquals(own, checkout.run("keys", "list").out().contains("[-XX:+UseSerialGC]"));
  }

  @Test
  void keepsAServerSmallOnASmallMachine() throws Exception {
    checkout.jar(true);
    checkout.environment.put("KEYSTILE_JAVA_OPTS", "");
    try (Stream<Path> devices = Files.list(Path.of("/sys/devices/system/cpu"))) {
      long processors = devices.filter(file -> file.toString().matches(".*/cpu\\d+")).count();
      assertEquals(processors <= 2, checkout.run("serve").out().contains("[-XX:NewSize=8m]"));
    }
    assertFalse(checkout.run("keys", "list").out().contains("[-XX:NewSize=8m]"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-Xmx64m", "-XX:MaxNewSize=9m", "-XX:+UseZGC", "-XX:MaxRAMPercentage=20"})
  void leavesTheMemoryOfAServerToTheUser(String options) throws Exception {
    checkout.jar(true);
    checkout.environment.put("KEYSTILE_JAVA_OPTS", options);
    assertFalse(checkout.run("serve").out().contains("[-XX:NewSize=8m]"));
  }

  @Test
  void givesNoLargePagesToAServerThatStartsFastWithout() throws Exception {
    checkout.jar(true);
    checkout.environment.put("KEYSTILE_CLASS_CACHE", "off");
    Files.writeString(checkout.javaHome.resolve("release"), "JAVA_VERSION=\"25.0.3\"\n");
    assertFalse(checkout.run("serve").out().contains("UseTransparentHugePages"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Tier4InvocationThreshold=30000", "InlineSmallCode=1000", "-SegmentedCodeCache"})
  void compilesLessForAServer(String option) throws Exception {
    checkout.jar(true);
    assertTrue(checkout.run("serve").out().contains("[-XX:" + option + "]"));
    assertFalse(checkout.run("keys", "list").out().contains(option));
  }

  @ParameterizedTest
  @CsvSource({
    "17.0.1+12, false",
    "17.0.11+9, false",
    "17.0.12+7, true",
    "17.0.15+6-Debian-1deb12u1, true",
    "21.0.5+11-LTS, false",
    "25+36, true",
    "25.0.3+9-LTS, true"
  })
  void givesMemoryBackWhereJavaCan(String runtime, boolean able) throws Exception {
    checkout.jar(true);
    checkout.environment.put("KEYSTILE_CLASS_CACHE", "off");
    String version = runtime.replaceFirst("[+].*", "");
    Files.writeString(
        checkout.javaHome.resolve("release"),
        "JAVA_VERSION=\"" + version + "\"\nJAVA_RUNTIME_VERSION=\"" + runtime + "\"\n");
    assertEquals(able, checkout.run("serve").out().contains("[-XX:TrimNativeHeapInterval=2000]"));
    assertFalse(checkout.run("keys", "list").out().contains("TrimNativeHeapInterval"));
  }

  @Test
  void hasTheExitCodeOfTheProgram() throws Exception {
    checkout.jar(true);
    Files.writeString(checkout.javaHome.resolve("bin/java"), "#!/bin/sh\nexit 3\n");
    assertEquals(3, checkout.run().exitCode());
  }

  @ParameterizedTest
  @CsvSource({"17.0.1, false, false", "23, true, false", "25.0.1, true, true"})
  void tellsOnlyNewerMachinesWhatTheyKnow(String version, boolean unsafe, boolean nativeAccess)
      throws Exception {
    checkout.jar(true);
    checkout.java(checkout.javaHome, version);
    String out = checkout.run().out();
    assertEquals(unsafe, out.contains("--sun-misc-unsafe-memory-access=allow"), out);
    assertEquals(nativeAccess, out.contains("--enable-native-access=ALL-UNNAMED"), out);
  }
}
