package io.keystile.app.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.app.console.people.ConsoleUsers;
import io.keystile.auth.keys.ApiKeys;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContextsTest {

  private final Map<String, Object> settings;

  ContextsTest(@TempDir Path folder) {
    this.settings = Map.of(Database.SETTING, folder.resolve("keys.db").toString());
  }

  @Test
  void givesACommandTheStoreWithoutTheServer() {
    try (ApplicationContext context = Contexts.startCommand(settings)) {
      assertTrue(context.containsBean(ApiKeys.class));
      assertTrue(context.containsBean(ConsoleUsers.class));
      assertFalse(context.containsBean(EmbeddedServer.class));
    }
  }

  @Test
  void givesACommandTheServerWhereItAsks() {
    try (ApplicationContext context = Contexts.startWhole(settings)) {
      assertTrue(context.containsBean(ApiKeys.class));
      assertTrue(context.containsBean(EmbeddedServer.class));
    }
  }
}
