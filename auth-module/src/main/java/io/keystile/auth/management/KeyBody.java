package io.keystile.auth.management;

import io.keystile.auth.Scopes;
import io.keystile.auth.address.AddressEntry;
import io.keystile.auth.keys.AccessWindow;
import io.keystile.auth.keys.KeyLimits;
import io.keystile.auth.keys.KeySettings;
import io.keystile.auth.keys.Quota;
import io.keystile.auth.keys.RateLimit;
import io.keystile.auth.management.input.Fault;
import io.keystile.auth.management.input.Faults;
import io.keystile.auth.management.input.FaultyInputException;
import io.keystile.auth.management.input.Fields;
import io.keystile.auth.management.input.Given;
import io.keystile.auth.management.input.Node;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what is chosen for a key: all of it for a new one, or the part that is to change. */
final class KeyBody {

  private static final int MAX_SCOPES = 100;
  private static final int MAX_ADDRESSES = 10_000;
  private static final int MAX_WINDOWS = 20;
  private static final String ANY = "any";

  /** Members of a key that are not chosen. */
  private static final Set<String> SHOWN =
      Set.of(
          "id",
          "key",
          "hint",
          "source",
          "status",
          "createdAt",
          "lastUsedAt",
          "lastUsedFrom",
          "requests",
          "previousSecret");

  /** Members that a fault of the whole can be told of. */
  private static final Set<String> CHOSEN =
      Set.of(
          "name", "description", "notBefore", "expiresAt", "windows", "allow", "deny", "metadata");

  private KeyBody() {}

  /**
   * Reads a new key.
   *
   * @throws FaultyInputException when anything is wrong with it
   */
  static KeyChange readNew(byte @Nullable [] body) {
    Faults faults = new Faults();
    Fields fields = Fields.read(body, faults);
    fields.requirePresent("name");
    return read(fields);
  }

  /**
   * Reads a merge patch (RFC 7396).
   *
   * @throws FaultyInputException when anything is wrong with it
   */
  static KeyChange readPatch(byte @Nullable [] body) {
    return read(Fields.read(body, new Faults()));
  }

  /** A fault that shows only when all members are put together. */
  static FaultyInputException faulty(IllegalArgumentException fault) {
    String message = String.valueOf(fault.getMessage());
    String first = message.split(" ", 2)[0];
    return new FaultyInputException(Fault.at(CHOSEN.contains(first) ? "/" + first : "", message));
  }

  private static KeyChange read(Fields fields) {
    fields.refuse(SHOWN);
    KeyChange change =
        new KeyChange(
            fields.getFilled("name", KeyBody::name),
            fields.get("description", KeyBody::description),
            fields.get("owner", Node::text),
            fields.get("scopes", KeyBody::scopes),
            fields.get("notBefore", Node::instant),
            fields.get("expiresAt", Node::instant),
            fields.get("windows", node -> node.list(MAX_WINDOWS, KeyBody::window)),
            fields.get("allow", node -> node.list(MAX_ADDRESSES, KeyBody::address)),
            fields.get("deny", node -> node.list(MAX_ADDRESSES, KeyBody::address)),
            fields.get("rateLimits", KeyBody::rateLimits),
            fields.get("quotas", KeyBody::quotas),
            fields.get("metadata", node -> node.map(Node::text)));
    fields.end();
    return change;
  }

  static @Nullable Scopes scopes(Node node) {
    List<String> grants = node.list(MAX_SCOPES, KeyBody::grant);
    return grants == null ? null : Scopes.of(grants);
  }

  private static @Nullable String grant(Node node) {
    return node.parsed(text -> Scopes.of(text).grants().get(0));
  }

  private static @Nullable String name(Node node) {
    return node.parsed(text -> KeySettings.named(text).name());
  }

  static @Nullable String description(Node node) {
    String text = node.text();
    if (text != null) {
      node.check(text, KeySettings.named(ANY)::describedAs);
    }
    return text;
  }

  private static @Nullable AccessWindow window(Node node) {
    return node.parsed(AccessWindow::parse);
  }

  private static @Nullable AddressEntry address(Node node) {
    Fields fields = node.object();
    if (fields == null) {
      return null;
    }
    AddressEntry plain = fields.require("address", inner -> inner.parsed(AddressEntry::of));
    Given<Boolean> enabled = fields.getFilled("enabled", Node::flag);
    Given<String> note = fields.get("note", Node::text);
    fields.endObject();
    return plain == null
        ? null
        : node.check(
            plain,
            entry -> new AddressEntry(entry.address(), enabled.orElse(true, true), note.value()));
  }

  private static @Nullable List<String> rateLimits(Node node) {
    List<String> texts = node.list(KeyLimits.MAX, KeyBody::rateLimit);
    return texts == null ? null : node.check(texts, KeyBody::rates);
  }

  private static @Nullable String rateLimit(Node node) {
    return node.parsed(
        text ->
            KeyLimits.UNLIMITED.rateTexts().contains(text)
                ? text
                : RateLimit.parse(text).toString());
  }

  private static List<String> rates(List<String> texts) {
    return KeyLimits.parse(texts, List.of()).rateTexts();
  }

  private static @Nullable List<String> quotas(Node node) {
    List<String> texts =
        node.list(KeyLimits.MAX, inner -> inner.parsed(text -> Quota.parse(text).toString()));
    return texts == null
        ? null
        : node.check(texts, read -> KeyLimits.parse(List.of(), read).quotaTexts());
  }
}
