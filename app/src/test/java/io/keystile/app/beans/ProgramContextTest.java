package io.keystile.app.beans;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgramContextTest {

  private static final String HEALTH =
      "io.micronaut.management.endpoint.health.$HealthEndpoint$Definition";
  private static final String ENVIRONMENT =
      "io.micronaut.management.endpoint.env.$EnvironmentEndpoint$Definition";
  private static final String STORE = "io.keystile.auth.store.$ChangePoller$Definition";

  @Test
  void doesNotKnowEndpointsThatTheProgramDoesWithout() {
    List<String> known = names(new ProgramContextBuilder());
    assertTrue(known.contains(HEALTH));
    assertFalse(known.contains(ENVIRONMENT));
  }

  @Test
  void leavesOutMoreForACommand() {
    List<String> known = names(new CommandContextBuilder());
    assertTrue(known.contains(STORE));
    assertFalse(known.contains(HEALTH));
  }

  @ParameterizedTest
  @CsvSource({
    "io.micronaut.retry.intercept.$RecoveryInterceptor$Definition, false, false",
    "io.micronaut.http.server.$HttpServerConfiguration$Definition, true, false",
    "io.keystile.app.console.people.$Users$Definition, true, true",
    "io.keystile.auth.store.$ChangePoller$Definition, true, true"
  })
  void tellsWhatIsNeededByItsName(String definition, boolean used, boolean inCommands) {
    assertEquals(used, ProgramContext.isUsed(definition));
    assertEquals(inCommands, CommandContext.isNeeded(definition));
  }

  private static List<String> names(ProgramContextBuilder builder) {
    try (ProgramContext context = (ProgramContext) builder.build()) {
      return context.resolveBeanDefinitionReferences().stream()
          .map(reference -> reference.getBeanDefinitionName())
          .toList();
    }
  }
}
