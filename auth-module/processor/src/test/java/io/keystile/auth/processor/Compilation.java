package io.keystile.auth.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.Diagnostic.Kind;
import javax.tools.JavaFileObject;

/** What the compiler said about one sample. */
record Compilation(String source, List<Diagnostic<? extends JavaFileObject>> diagnostics) {

  /** A message and the text of the source line it is expected on. */
  record Expected(Kind kind, String line, String message) {}

  static Expected error(String line, String message) {
    return new Expected(Kind.ERROR, line, message);
  }

  static Expected warning(String line, String message) {
    return new Expected(Kind.WARNING, line, message);
  }

  /** Expects exactly these messages of ours; Micronaut may add its own. */
  void reports(Expected... expected) {
    assertEquals(List.of(expected), ours());
  }

  /** Expects a compilation without any error or warning, from whomever. */
  void isClean() {
    assertEquals(List.of(), all());
  }

  private List<Expected> ours() {
    return all().stream().filter(found -> found.message().contains("@ApiKeyProtected")).toList();
  }

  private List<Expected> all() {
    return diagnostics.stream().filter(Compilation::matters).map(this::found).toList();
  }

  private static boolean matters(Diagnostic<?> diagnostic) {
    return diagnostic.getKind() != Kind.NOTE && diagnostic.getKind() != Kind.OTHER;
  }

  private Expected found(Diagnostic<?> diagnostic) {
    Kind kind =
        diagnostic.getKind() == Kind.MANDATORY_WARNING ? Kind.WARNING : diagnostic.getKind();
    return new Expected(kind, line(diagnostic), diagnostic.getMessage(Locale.ROOT));
  }

  private String line(Diagnostic<?> diagnostic) {
    long line = diagnostic.getLineNumber();
    return line < 1 ? "" : source.lines().skip(line - 1).findFirst().orElse("").strip();
  }
}
