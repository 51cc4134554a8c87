package io.keystile.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Java classes in the documents compile, with Micronaut's processor and our checks. */
class DocumentExamplesTest {

  private static final Pattern JAVA = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);
  private static final Pattern CLASS = Pattern.compile("(?m)^class (\\w+)");
  private static final String IMPORTS =
      """
      package example;
      import io.keystile.auth.*;
      import io.keystile.auth.annotation.*;
      import io.keystile.auth.keys.*;
      import io.keystile.auth.notice.*;
      import io.keystile.auth.policy.*;
      import io.micronaut.http.annotation.*;
      import io.micronaut.runtime.event.annotation.EventListener;
      import io.micronaut.security.annotation.Secured;
      import io.micronaut.security.authentication.Authentication;
      import jakarta.inject.Singleton;
      """;

  @TempDir Path folder;

  @Test
  void compilesTheExampleOfTheFrontPage() throws IOException {
    assertEquals(List.of("ReportController"), compileAll(Path.of("../README.md")));
  }

  @Test
  void compilesTheClassesOfTheGuide() throws IOException {
    assertEquals(
        List.of("MaintenanceCheck", "DraftController", "ExpiryMail", "WebhookSignature"),
        compileAll(Path.of("README.md")));
  }

  private List<String> compileAll(Path document) throws IOException {
    List<String> names = new ArrayList<>();
    Matcher block = JAVA.matcher(Files.readString(document));
    while (block.find()) {
      Matcher type = CLASS.matcher(block.group(1));
      if (type.find()) {
        compile(type.group(1), block.group(1));
        names.add(type.group(1));
      }
    }
    assertFalse(names.isEmpty());
    return names;
  }

  private void compile(String name, String text) throws IOException {
    Path source = Files.writeString(folder.resolve(name + ".java"), IMPORTS + text);
    List<String> options = List.of("-d", folder.toString(), "-parameters");
    StringWriter said = new StringWriter();
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (var files = compiler.getStandardFileManager(null, null, null)) {
      var task =
          compiler.getTask(said, files, null, options, null, files.getJavaFileObjects(source));
      assertTrue(task.call(), said.toString());
    }
  }
}
