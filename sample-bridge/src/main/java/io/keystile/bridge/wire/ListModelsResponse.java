package io.keystile.bridge.wire;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * The models that can be asked for.
 *
 * @param object always {@code list}
 * @param data the models, in the order of the configuration
 * @since 0.1
 */
@Serdeable
public record ListModelsResponse(String object, List<Model> data) {

  /** The list of these models. */
  public static ListModelsResponse of(List<Model> models) {
    return new ListModelsResponse("list", models);
  }
}
