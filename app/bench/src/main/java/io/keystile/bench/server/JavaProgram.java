package io.keystile.bench.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A Java program that can be started.
 *
 * @param classPath what it runs on
 * @param mainClass where it begins
 * @param options options of the Java virtual machine
 * @param properties its settings, as system properties
 */
public record JavaProgram(
    String classPath, String mainClass, List<String> options, Map<String, String> properties) {

  /**
   * The main class of a module of the benchmark.
   *
   * @param module the folder of the module, which has been built
   */
  public static JavaProgram of(Path module, String mainClass, List<String> options)
      throws IOException {
    Path target = module.resolve("target");
    String others = Files.readString(target.resolve("classpath")).strip();
    return new JavaProgram(target.resolve("classes") + ":" + others, mainClass, options, Map.of());
  }

  /** The same with one more setting. */
  public JavaProgram with(String property, String value) {
    Map<String, String> more = new TreeMap<>(properties);
    more.put(property, value);
    return new JavaProgram(classPath, mainClass, options, more);
  }

  /** The same with other options. */
  public JavaProgram under(List<String> others) {
    return new JavaProgram(classPath, mainClass, others, properties);
  }

  /** The command line that runs it on the Java that runs this. */
  public List<String> command(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    properties.forEach((name, value) -> command.add("-D" + name + "=" + value));
    command.addAll(List.of("-cp", classPath, mainClass));
    command.addAll(List.of(arguments));
    return command;
  }
}
