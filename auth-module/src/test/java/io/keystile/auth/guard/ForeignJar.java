package io.keystile.auth.guard;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import javax.annotation.processing.Processor;
import javax.tools.ToolProvider;

/** Compiles controllers as a build would that knows Micronaut but not Keystile's own checks. */
public final class ForeignJar {

  private static final String IMPORTS =
      """
      package foreign;
      import io.keystile.auth.annotation.ApiKeyProtected;
      import io.keystile.auth.guard.Entered;
      import io.micronaut.context.annotation.*;
      import io.micronaut.http.annotation.*;
      import jakarta.annotation.security.PermitAll;
      import java.lang.annotation.*;
      """;

  private ForeignJar() {}

  /** A class loader that sees the compiled types and everything this test sees. */
  public static URLClassLoader compile(Path folder, String types) throws IOException {
    Path source = Files.writeString(folder.resolve("Foreign.java"), IMPORTS + types);
    Path classes = Files.createDirectories(folder.resolve("classes"));
    StringWriter said = new StringWriter();
    List<String> options = List.of("-d", classes.toString());
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (var checks = withoutOurs();
        var files = compiler.getStandardFileManager(null, null, null)) {
      var task =
          compiler.getTask(said, files, null, options, null, files.getJavaFileObjects(source));
      task.setProcessors(ServiceLoader.load(Processor.class, checks));
      assertTrue(task.call(), said.toString());
    }
    return new URLClassLoader(
        new URL[] {classes.toUri().toURL()}, ForeignJar.class.getClassLoader());
  }

  /**
   * The jars of this test, among them Micronaut's processors, but none of ours. Its parent is not
   * the test's loader, in which the processors would find our checks.
   */
  private static URLClassLoader withoutOurs() throws IOException {
    List<URL> jars = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      if (entry.endsWith(".jar") && !entry.contains("keystile")) {
        jars.add(Path.of(entry).toUri().toURL());
      }
    }
    return new URLClassLoader(jars.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
  }
}
