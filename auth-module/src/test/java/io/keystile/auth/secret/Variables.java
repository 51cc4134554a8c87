package io.keystile.auth.secret;

import io.micronaut.context.env.MapPropertySource;
import java.util.Map;

/** Environment variables, as the process would have them. */
public final class Variables extends MapPropertySource {

  public Variables(Map<String, Object> variables) {
    super("variables", variables);
  }

  @Override
  public PropertyConvention getConvention() {
    return PropertyConvention.ENVIRONMENT_VARIABLE;
  }
}
