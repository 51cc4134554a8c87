package io.keystile.auth.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.auth.TestStore;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The guide's way to check a signature, run against the signatures that we send. */
class WebhookExampleTest {

  private static final String SECRET = "a secret for tests, 32 characters";
  private static final long SENT = 1_801_299_600L;
  private static final Pattern EXAMPLE =
      Pattern.compile("```java\\n(class WebhookSignature .*?)```", Pattern.DOTALL);

  @TempDir Path folder;

  @Test
  void tellsGenuineEventsFromOthers() throws Exception {
    Method example = example();
    String body = "{\"id\":\"evt_1\",\"name\":\"Grüße\"}";
    String header = signature(body);
    assertTrue(isGenuine(example, SECRET, header, body, SENT + 299));
    assertFalse(isGenuine(example, SECRET, header, body, SENT + 301), "replayed");
    assertFalse(isGenuine(example, SECRET, header, body + " ", SENT), "changed");
    assertFalse(isGenuine(example, SECRET + "x", header, body, SENT), "from somebody else");
    String later = header.replace("t=" + SENT, "t=" + (SENT + 1));
    assertFalse(isGenuine(example, SECRET, later, body, SENT), "made to look recent");
    assertFalse(isGenuine(example, SECRET, "", body, SENT));
  }

  private String signature(String body) {
    Map<String, Object> settings = Map.of("keystile.webhook.secret", SECRET);
    try (TestStore store = TestStore.open(folder.resolve("keys.db"), settings)) {
      return store.bean(WebhookSecret.class).sign(SENT, body);
    }
  }

  private Method example() throws Exception {
    Matcher text = EXAMPLE.matcher(Files.readString(Path.of("README.md")));
    assertTrue(text.find());
    Path source = Files.writeString(folder.resolve("WebhookSignature.java"), text.group(1));
    var compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    try (var files = compiler.getStandardFileManager(null, null, null)) {
      List<String> options = List.of("-proc:none", "-d", folder.toString());
      var task =
          compiler.getTask(said, files, null, options, null, files.getJavaFileObjects(source));
      assertEquals(true, task.call(), said::toString);
    }
    try (var loader = new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
      Method method =
          loader
              .loadClass("WebhookSignature")
              .getDeclaredMethod("isGenuine", String.class, String.class, byte[].class, long.class);
      method.setAccessible(true);
      return method;
    }
  }

  private static boolean isGenuine(
      Method example, String secret, String header, String body, long now) throws Exception {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return (boolean) example.invoke(null, secret, header, bytes, now);
  }
}
