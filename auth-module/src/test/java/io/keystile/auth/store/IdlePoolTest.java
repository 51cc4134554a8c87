package io.keystile.auth.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.keystile.auth.keys.ApiKeys;
import io.keystile.auth.keys.KeySettings;
import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdlePoolTest {

  @TempDir Path folder;

  @Test
  void aConnectionThatWasIdleCanBeWrittenTo() throws InterruptedException {
    try (ApplicationContext context =
        ApplicationContext.run(Map.of("keystile.db", folder.resolve("keys.db").toString()))) {
      ApiKeys keys = context.getBean(ApiKeys.class);
      keys.issue(KeySettings.named("first"));
      // The pool tests a connection only when it was idle for half a second by the real clock.
      Thread.sleep(600);
      keys.issue(KeySettings.named("second"));
      assertEquals(2, keys.count());
    }
  }
}
