package io.keystile.app.cli;

import io.micronaut.context.env.MapPropertySource;
import io.micronaut.context.env.PropertySource;
import java.util.Map;

/** Settings with a place of their own between the others. */
final class RankedSource extends MapPropertySource {

  // The environment itself stands at -200, the configuration file at -250.
  private static final int LOCAL_ENVIRONMENT = -210;
  private static final int OLDER_NAMES = -220;

  private final int position;
  private final PropertyConvention convention;

  private RankedSource(
      String name, Map<String, ?> values, int position, PropertyConvention convention) {
    super(name, values);
    this.position = position;
    this.convention = convention;
  }

  /** Variables that count as environment, below the real one. */
  static PropertySource ofLocalEnvironment(Map<String, String> variables) {
    return new RankedSource(
        "local environment", variables, LOCAL_ENVIRONMENT, PropertyConvention.ENVIRONMENT_VARIABLE);
  }

  /** Settings under older names, below those of today. */
  static PropertySource ofOlderNames(Map<String, Object> settings) {
    return new RankedSource(
        "older names", settings, OLDER_NAMES, PropertyConvention.JAVA_PROPERTIES);
  }

  @Override
  public int getOrder() {
    return position;
  }

  @Override
  public PropertyConvention getConvention() {
    return convention;
  }
}
