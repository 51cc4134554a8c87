package io.keystile.auth.management;

import io.keystile.auth.ApiKeyId;
import io.keystile.auth.Scopes;
import io.keystile.auth.address.ClientIp;
import io.keystile.auth.guard.Requirement;
import io.keystile.auth.management.input.Fault;
import io.keystile.auth.management.input.Faults;
import io.keystile.auth.management.input.FaultyInputException;
import io.keystile.auth.management.input.Fields;
import io.keystile.auth.management.input.Given;
import io.keystile.auth.management.input.Node;
import io.keystile.auth.policy.Call;
import io.keystile.auth.policy.RequiredScopes;
import io.keystile.auth.web.RouteProtections;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads a call that is to be judged; the routes tell what a path asks for. */
@Singleton
final class CheckReader {

  private static final int MAX_SCOPES = 100;

  private final RouteProtections routes;
  private final Clock clock;

  CheckReader(RouteProtections routes, Clock clock) {
    this.routes = routes;
    this.clock = clock;
  }

  CheckBody read(byte @Nullable [] body) {
    Fields fields = Fields.read(body, new Faults());
    ApiKeyId id = fields.require("id", node -> node.parsed(ApiKeyId::new));
    ClientIp from = fields.<ClientIp>get("address", node -> node.parsed(ClientIp::parse)).value();
    Given<Instant> at = fields.get("at", Node::instant);
    String method = fields.get("method", Node::text).value();
    String path = fields.get("path", Node::text).value();
    Given<List<String>> scopes =
        fields.get("scopes", node -> node.list(MAX_SCOPES, CheckReader::scope));
    fields.end();
    Requirement requirement = requirement(method, path, scopes.value());
    Instant when = at.orElse(clock.instant(), clock.instant());
    return new CheckBody(
        Objects.requireNonNull(id, "required"),
        new Call(
            when.toEpochMilli(),
            from,
            from != null && from.isLoopback(),
            requirement.scopes(),
            requirement.cost()));
  }

  private Requirement requirement(
      @Nullable String method, @Nullable String path, @Nullable List<String> scopes) {
    if ((method == null) != (path == null)) {
      throw faulty(method == null ? "/method" : "/path", "A route has a method and a path.");
    }
    if (method == null || path == null) {
      List<RequiredScopes> required =
          scopes == null || scopes.isEmpty()
              ? List.of()
              : List.of(new RequiredScopes(scopes, false));
      return new Requirement(true, required, 1);
    }
    if (scopes != null) {
      throw faulty("/scopes", "The route tells the scopes; leave these or the route out.");
    }
    return routes.find(method, path).orElseThrow(() -> faulty("/path", "There is no such route."));
  }

  private static @Nullable String scope(Node node) {
    return node.parsed(
        text -> {
          if (!Scopes.isName(text)) {
            throw new IllegalArgumentException("This must be a scope such as chat:write.");
          }
          return text;
        });
  }

  private static FaultyInputException faulty(String pointer, String detail) {
    return new FaultyInputException(Fault.at(pointer, detail));
  }
}
