package io.keystile.auth.management;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.auth.TestServer;
import io.keystile.auth.TestStore;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where management is, and that it is nowhere unless somebody wants it. */
class ManagementConfigurationTest {

  @TempDir Path folder;

  @Test
  void isOffUnlessSwitchedOn() {
    try (TestServer server = TestServer.start("ManagementConfigurationTest", folder, Map.of())) {
      String admin = server.issue("admin", "*", "keystile:admin").secret().exposeText();
      HttpResponse<String> answer = server.get("/admin/keys", "X-API-Key", admin);
      assertEquals(404, answer.statusCode());
      assertFalse(answer.body().contains("about:blank"));
      assertFalse(server.context().containsBean(ManagementConfiguration.class));
    }
  }

  @Test
  void moves() {
    try (TestServer server =
        TestServer.start(
            "ManagementConfigurationTest",
            folder,
            Map.of("keystile.management.enabled", "yes", "keystile.management.path", "/a/b"))) {
      String admin = server.issue("admin", "*", "keystile:admin").secret().exposeText();
      assertEquals(200, server.get("/a/b/keys", "X-API-Key", admin).statusCode());
      assertEquals(404, server.get("/admin/keys", "X-API-Key", admin).statusCode());
      String document = server.get("/a/b/openapi.json", "X-API-Key", admin).body();
      assertTrue(document.contains("\"/a/b/keys/{id}\""), document);
      assertFalse(document.contains("\"/admin"), document);
      assertTrue(server.get("/a/b/none").body().contains("\"not_found\""));
      assertFalse(server.get("/admin/none").body().contains("about:blank"));
    }
  }

  @Test
  void stopsTheStartWhereTheSwitchCannotBeRead() {
    RuntimeException fault =
        assertThrows(
            RuntimeException.class,
            () ->
                TestStore.open(
                    folder.resolve("keys.db"), Map.of("keystile.management.enabled", "ture")));
    assertTrue(String.valueOf(fault.getMessage()).contains("keystile.management.enabled"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"admin", "/", "", "/a b", "/a/", "/{id}", "//a", "/a?b", "/é"})
  void refusesAPathThatIsNone(String path) {
    assertThrows(
        IllegalArgumentException.class, () -> new ManagementConfiguration(true, path, List.of()));
  }
}
