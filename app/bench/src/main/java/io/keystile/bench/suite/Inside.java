package io.keystile.bench.suite;

import io.keystile.bench.server.JavaProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The measurements that stand beside the tests of the library, since they see its inside.
 *
 * @param lab where they are run
 */
record Inside(Lab lab) {

  private static final String PACKAGE = "io.keystile.auth.";
  private static final Pattern LINE =
      Pattern.compile("^([a-z][a-z0-9_]*)=([0-9.]+)$", Pattern.MULTILINE);

  /**
   * Runs a main class, and answers the values that it prints as {@code name=value}.
   *
   * @param name the class below {@code io.keystile.auth}
   * @throws NotPossibleException when there is no such class
   */
  Map<String, Double> values(String name, String... arguments)
      throws IOException, InterruptedException {
    return parse(output(require(name), arguments));
  }

  /**
   * Runs benchmarks of JMH.
   *
   * @param name a class with benchmarks, below {@code io.keystile.auth}
   * @return the file with their results, as JSON
   */
  Path benchmarks(String name) throws IOException, InterruptedException {
    Path json = lab.scratch().resolve(name + ".json");
    output(
        "org.openjdk.jmh.Main",
        Pattern.quote(require(name)),
        "-prof",
        "gc",
        "-rf",
        "json",
        "-rff",
        json.toString());
    return json;
  }

  static Map<String, Double> parse(String output) {
    Map<String, Double> values = new LinkedHashMap<>();
    Matcher line = LINE.matcher(output);
    while (line.find()) {
      values.put(line.group(1), Double.valueOf(line.group(2)));
    }
    return values;
  }

  private String output(String mainClass, String... arguments)
      throws IOException, InterruptedException {
    List<String> options = new ArrayList<>(lab.switches());
    options.add("-Xmx2g");
    Path target = lab.root().resolve("auth-module/target");
    String classPath =
        target.resolve("test-classes")
            + ":"
            + target.resolve("classes")
            + ":"
            + Files.readString(target.resolve("bench-classpath")).strip();
    JavaProgram program = new JavaProgram(classPath, mainClass, options, Map.of());
    return lab.output(program.command(arguments));
  }

  private String require(String name) {
    String file = (PACKAGE + name).replace('.', '/') + ".class";
    if (!Files.exists(lab.root().resolve("auth-module/target/test-classes").resolve(file))) {
      throw new NotPossibleException("there is no " + PACKAGE + name);
    }
    return PACKAGE + name;
  }
}
