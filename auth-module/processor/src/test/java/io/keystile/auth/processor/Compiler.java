package io.keystile.auth.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles a sample with Micronaut's processors, and with our visitor as they find it. */
final class Compiler {

  private static final Path BASE =
      Path.of(System.getProperty("basedir", System.getProperty("user.dir")));

  private static final List<Path> COMPILED_ALONG =
      List.of(
          BASE.resolve("../src/main/java/io/keystile/auth/annotation/ApiKeyProtected.java"),
          BASE.resolve("../src/main/java/io/keystile/auth/annotation/GuardedRoute.java"),
          BASE.resolve("src/test/resources/messaging/MessageListener.java"),
          BASE.resolve("src/test/resources/messaging/MessageMapping.java"));

  private static final String IMPORTS =
      """
      package samples;
      import io.keystile.auth.annotation.ApiKeyProtected;
      import io.micronaut.context.annotation.*;
      import io.micronaut.http.annotation.*;
      import io.micronaut.http.annotation.Error;
      import io.micronaut.messaging.annotation.*;
      import io.micronaut.runtime.event.annotation.EventListener;
      import io.micronaut.scheduling.annotation.Scheduled;
      import jakarta.annotation.security.PermitAll;
      import jakarta.inject.*;
      import java.lang.annotation.*;
      """;

  private Compiler() {}

  /** Compiles one file, which may hold several types; the usual imports are put before it. */
  static Compilation compile(String body) {
    String source = IMPORTS + body;
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    try {
      Path classes = Files.createTempDirectory("samples");
      run(source, classes, List.of(), diagnostics);
      delete(classes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Compilation(source, diagnostics.getDiagnostics());
  }

  /** The same, with further options, and keeps what is made in the folder. */
  static Compilation compile(String body, Path classes, List<String> more) {
    String source = IMPORTS + body;
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    run(source, classes, more, diagnostics);
    return new Compilation(source, diagnostics.getDiagnostics());
  }

  private static void run(
      String source,
      Path classes,
      List<String> more,
      DiagnosticCollector<JavaFileObject> diagnostics) {
    var units =
        Stream.concat(Stream.of(sample(source)), COMPILED_ALONG.stream().map(Compiler::file));
    var options = Stream.concat(options(classes).stream(), more.stream()).toList();
    var task =
        ToolProvider.getSystemJavaCompiler()
            .getTask(null, null, diagnostics, options, null, units.toList());
    task.setProcessors(processors());
    task.call();
  }

  private static List<String> options(Path classes) {
    return List.of(
        "--release=17",
        "-Xlint:all,-processing,-classfile",
        "-d",
        classes.toString(),
        "-classpath",
        System.getProperty("java.class.path"));
  }

  private static List<Processor> processors() {
    return ServiceLoader.load(Processor.class).stream().map(ServiceLoader.Provider::get).toList();
  }

  private static JavaFileObject sample(String content) {
    return new Source(URI.create("string:///samples/Sample.java"), content);
  }

  private static JavaFileObject file(Path path) {
    try {
      return new Source(path.toUri(), Files.readString(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static final class Source extends SimpleJavaFileObject {

    private final String content;

    Source(URI uri, String content) {
      super(uri, Kind.SOURCE);
      this.content = content;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return content;
    }
  }
}
