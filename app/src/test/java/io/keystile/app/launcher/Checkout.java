package io.keystile.app.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;

/**
 * A folder that looks like the repository to the launcher, with a Java and a Maven that only write
 * down how they were called. The name of the folder has blanks.
 */
final class Checkout {

  private static final String MAVEN =
      """
      #!/bin/sh
      echo "mvn JAVA_HOME=$JAVA_HOME $*" >>"$CALLS"
      echo "[INFO] Building Keystile app 1                    [5/5]"
      %s
      """;

  private static final String REHEARSAL =
      """
      for word in "$@"; do
        FILE=${word#*=}
        case $word in
          -XX:DumpLoadedClassList=*)
            echo "$PWD" "$@" $(env) >>'%1$s'
            %2$s
            exit ;;
          -XX:AOTCacheOutput=*)
            echo "$PWD" "$@" $(env) >>'%1$s'
            %3$s
            exit ;;
          -XX:SharedClassListFile=*)
            [ -f "$FILE" ] || exit 9 ;;
          -XX:SharedArchiveFile=*/classes)
            %3$s
            exit ;;
        esac
      done
      """;

  /** What a Maven does that succeeds. */
  static final String BUILDS = "mkdir -p \"$JAR_DIR\" && echo new >\"$JAR_DIR/keystile.jar\"";

  private static final List<String> TOOLS =
      List.of(
          "sh",
          "cat",
          "dirname",
          "env",
          "find",
          "grep",
          "head",
          "mkdir",
          "mv",
          "readlink",
          "rm",
          "rmdir",
          "sed",
          "sleep",
          "tail",
          "touch");

  final Path folder;
  final Path root;
  final Path jar;
  final Path tools;
  final Path javaHome;

  /** More variables for the starts. */
  final Map<String, String> environment = new HashMap<>();

  private final Path calls;

  Checkout(Path folder) throws IOException {
    this.folder = folder;
    this.root = folder.resolve("a check out");
    this.jar = root.resolve("app/target/keystile.jar");
    this.tools = Files.createDirectory(folder.resolve("tools"));
    this.javaHome = folder.resolve("jdk 17");
    this.calls = folder.resolve("calls");
    Files.createDirectories(root.resolve("app/src/main"));
    Files.writeString(root.resolve("pom.xml"), "<project/>");
    Files.copy(Path.of("keystile").toAbsolutePath(), launcher());
    java(javaHome, "17.0.1");
    maven(BUILDS);
    for (String tool : TOOLS) {
      link(tool);
    }
  }

  Path launcher() {
    return root.resolve("app/keystile");
  }

  /** Puts a JDK there. */
  void java(Path home, String version) throws IOException {
    Files.createDirectories(home.resolve("bin"));
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    script(home.resolve("bin/javac"), "#!/bin/sh\n");
    script(
        home.resolve("bin/java"),
        "#!/bin/sh\nfor word in \"$@\"; do echo \"[$word]\"; done\nexit ${JAVA_EXIT:-0}\n");
  }

  /**
   * Puts a JDK there that can make a class cache. The rehearsal notes its arguments and
   * environment.
   *
   * @param listing how it lists classes, in shell, with the file to make as FILE
   * @param work how it makes the cache, likewise
   */
  void javaThatRehearses(Path home, String version, String listing, String work)
      throws IOException {
    java(home, version);
    Files.writeString(
        home.resolve("release"),
        "JAVA_VERSION=\"" + version + "\"\nJAVA_RUNTIME_VERSION=\"" + version + "+1-x\"\n");
    String rehearsal = REHEARSAL.formatted(folder.resolve("rehearsals"), listing, work);
    Path java = home.resolve("bin/java");
    script(
        java,
        Files.readString(java).replaceFirst("\n", "\n" + Matcher.quoteReplacement(rehearsal)));
  }

  /** One line for each rehearsal: where it was, its arguments and its environment. */
  List<String> rehearsals() throws IOException {
    Path notes = folder.resolve("rehearsals");
    return Files.exists(notes) ? Files.readAllLines(notes) : List.of();
  }

  /** Makes Maven do this, in shell. */
  void maven(String work) throws IOException {
    script(tools.resolve("mvn"), MAVEN.formatted(work));
  }

  void removeMaven() throws IOException {
    Files.delete(tools.resolve("mvn"));
  }

  /** Puts a jar there that is older or newer than every source. */
  void jar(boolean fresh) throws IOException {
    Files.createDirectories(jar.getParent());
    Files.writeString(jar, "old");
    Instant time = Instant.now().plusSeconds(fresh ? 3600 : -3600);
    Files.setLastModifiedTime(jar, FileTime.from(time));
  }

  List<String> mavenCalls() throws IOException {
    return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
  }

  Run run(String... args) throws IOException, InterruptedException {
    return run(launcher(), folder, javaHome, args);
  }

  Run run(Path launcher, Path from, Path home, String... args)
      throws IOException, InterruptedException {
    return await(start(launcher, from, home, args));
  }

  Process start(Path launcher, Path from, Path home, String... args) throws IOException {
    List<String> command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(command).directory(from.toFile());
    builder.environment().clear();
    builder.environment().put("PATH", tools.toString());
    builder.environment().put("JAVA_HOME", home.toString());
    builder.environment().put("KEYSTILE_JAVA_OPTS", "-Xmx64m  -Da=*");
    builder.environment().putAll(environment);
    builder.environment().put("CALLS", calls.toString());
    builder.environment().put("JAR_DIR", jar.resolveSibling("").toString());
    builder.redirectInput(ProcessBuilder.Redirect.PIPE);
    return builder.start();
  }

  static Run await(Process process) throws IOException, InterruptedException {
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("The launcher does not end: " + err);
    }
    return new Run(process.exitValue(), out, err);
  }

  private void link(String tool) throws IOException {
    for (String place : List.of("/usr/bin", "/bin")) {
      Path real = Path.of(place, tool);
      if (Files.exists(real)) {
        Files.createSymbolicLink(tools.resolve(tool), real);
        return;
      }
    }
    throw new AssertionError("This machine has no " + tool);
  }

  private static void script(Path path, String text) throws IOException {
    Files.writeString(path, text);
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** What came of a start. */
  record Run(int exitCode, String out, String err) {}
}
