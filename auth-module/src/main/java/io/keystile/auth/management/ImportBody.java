package io.keystile.auth.management;

import io.keystile.auth.Scopes;
import io.keystile.auth.keys.KeyImport;
import io.keystile.auth.keys.KeySettings;
import io.keystile.auth.management.input.Faults;
import io.keystile.auth.management.input.Fields;
import io.keystile.auth.management.input.Given;
import io.keystile.auth.management.input.Node;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Keys that are to be brought in.
 *
 * @param lines the texts of the keys
 * @param name what each is called
 * @param scopes what they may do, or null for the defaults
 * @param allOrNothing whether one refused line keeps every other out
 */
record ImportBody(List<String> lines, String name, @Nullable Scopes scopes, boolean allOrNothing) {

  private static final int MAX_LINES = 10_000;

  static ImportBody read(byte @Nullable [] body) {
    Fields fields = Fields.read(body, new Faults());
    String name =
        fields.require(
            "name", node -> node.parsed(text -> new KeyImport(text, null, false).name()));
    List<String> lines = fields.require("keys", node -> node.list(MAX_LINES, Node::text));
    Given<Scopes> scopes = fields.get("scopes", KeyBody::scopes);
    Given<Boolean> all = fields.getFilled("allOrNothing", Node::flag);
    fields.end();
    return new ImportBody(
        Objects.requireNonNull(lines, "required"),
        Objects.requireNonNull(name, "required"),
        scopes.value(),
        all.orElse(false, false));
  }

  /**
   * How they are brought in.
   *
   * @throws RefusedException when the caller may not grant the scopes
   */
  KeyImport options(Grants grants) {
    KeySettings settings = grants.require(KeySettings.named(name).withScopes(scopes));
    return new KeyImport(name, settings.scopes(), allOrNothing);
  }

  /** Never the keys. */
  @Override
  public String toString() {
    return "ImportBody[" + name + "]";
  }
}
