package io.keystile.auth.management;

import io.keystile.auth.KeyStatus;
import io.keystile.auth.Scopes;
import io.keystile.auth.keys.KeyOrder;
import io.keystile.auth.keys.KeyQuery;
import io.keystile.auth.keys.ManagedKey.Source;
import io.keystile.auth.management.input.Node;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which keys to list. The components tell the document what there is; values are read from the
 * request, which shows what came twice.
 */
@Introspected
record KeyListParameters(
    HttpRequest<?> request,
    @Parameter(
            description =
                "Part of the name or description, a whole id or hint, or the last four characters"
                    + " of the key.")
        @QueryValue
        @Nullable String text,
    @Parameter(description = "The account that owns them.") @QueryValue @Nullable String owner,
    @Parameter(description = "What they are worth now.")
        @Schema(
            type = "string",
            allowableValues = {"active", "disabled", "expired", "not_yet_valid", "exhausted"})
        @QueryValue
        @Nullable String status,
    @Parameter(description = "Where they come from.")
        @Schema(
            type = "string",
            allowableValues = {"database", "environment"})
        @QueryValue
        @Nullable String source,
    @Parameter(description = "A grant as it stands with the key, such as chat:*.") @QueryValue
        @Nullable String scope,
    @Parameter(description = "Keys whose end is before this.")
        @Schema(format = "date-time")
        @QueryValue
        @Nullable String expiringBefore,
    @Parameter(description = "Keys that are older and were not used since.")
        @Schema(format = "date-time")
        @QueryValue
        @Nullable String unusedSince,
    @Parameter(
            description =
                "The order: created, name, last-used, expires or requests, with - before it for"
                    + " the greatest first.")
        @Schema(type = "string", defaultValue = "created")
        @QueryValue
        @Nullable String sort,
    @Parameter(description = "How many at the most.")
        @Schema(
            implementation = Integer.class,
            minimum = "1",
            maximum = "200",
            defaultValue = "100")
        @QueryValue
        @Nullable String limit,
    @Parameter(description = "The nextCursor of the page before; goes with the same sort.")
        @QueryValue
        @Nullable String cursor) {

  /** What was asked for. */
  record Search(KeyQuery query, @Nullable String cursor, int size) {}

  /**
   * Reads what was asked for.
   *
   * @throws io.keystile.auth.management.input.FaultyInputException when anything is wrong
   */
  Search read() {
    Parameters parameters = new Parameters(request);
    KeyQuery query = query(parameters);
    int size = parameters.limit();
    String after = parameters.text("cursor");
    parameters.end();
    return new Search(query, after, size);
  }

  /** The same for all of them, without pages. */
  KeyQuery readAll() {
    Parameters parameters = new Parameters(request);
    KeyQuery query = query(parameters);
    parameters.end();
    return query;
  }

  private static KeyQuery query(Parameters parameters) {
    KeyOrder order = parameters.parsed("sort", KeyOrder::parse);
    KeyQuery query =
        KeyQuery.ALL
            .ownedBy(parameters.text("owner"))
            .withStatus(statuses(parameters))
            .from(parameters.parsed("source", text -> one(Source.class, text)))
            .withScope(parameters.parsed("scope", text -> Scopes.of(text).grants().get(0)))
            .expiringBefore(parameters.parsed("expiringBefore", Node::readInstant))
            .unusedSince(parameters.parsed("unusedSince", Node::readInstant))
            .inOrder(Objects.requireNonNullElse(order, KeyOrder.OLDEST_FIRST));
    KeyQuery withText = parameters.parsed("text", query::withText);
    return withText == null ? query : withText;
  }

  private static Set<KeyStatus> statuses(Parameters parameters) {
    Set<KeyStatus> statuses = EnumSet.noneOf(KeyStatus.class);
    for (String text : parameters.texts("status")) {
      KeyStatus status = parameters.parse("status", text, one -> one(KeyStatus.class, one));
      if (status != null) {
        statuses.add(status);
      }
    }
    return statuses;
  }

  private static <E extends Enum<E>> E one(Class<E> type, String text) {
    for (E value : type.getEnumConstants()) {
      if (value.name().toLowerCase(Locale.ROOT).equals(text)) {
        return value;
      }
    }
    throw new IllegalArgumentException(
        "This must be one of "
            + String.join(", ", EnumSet.allOf(type).stream().map(Enum::name).toList())
                .toLowerCase(Locale.ROOT)
            + ".");
  }
}
