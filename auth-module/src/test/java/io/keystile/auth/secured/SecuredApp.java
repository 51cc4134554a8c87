package io.keystile.auth.secured;

import static io.micronaut.security.rules.SecurityRule.IS_AUTHENTICATED;

import io.keystile.auth.ApiKey;
import io.keystile.auth.TestServer;
import io.keystile.auth.annotation.ApiKeyProtected;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.filters.AuthenticationFetcher;
import io.micronaut.security.token.jwt.generator.JwtTokenGenerator;
import io.micronaut.security.utils.SecurityService;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.security.Principal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/**
 * An application whose callers come with API keys, with JWTs, or with a session. It stands outside
 * of the package that is switched off without Micronaut Security.
 */
public final class SecuredApp {

  static final String SPEC = "SecuredApp";

  private SecuredApp() {}

  public static TestServer start(Path folder, Map<String, Object> settings) {
    Map<String, Object> all = new HashMap<>();
    all.put("micronaut.security.enabled", true);
    all.put(
        "micronaut.security.token.jwt.signatures.secret.generator.secret",
        UUID.randomUUID() + "-" + UUID.randomUUID());
    all.put(
        "micronaut.security.intercept-url-map",
        List.of(
            Map.of("pattern", "/mixed/ruled", "access", List.of("chat:write")),
            Map.of(
                "pattern",
                "/guarded/ruled",
                "http-method",
                "GET",
                "access",
                List.of("chat:write"))));
    // Each test is a caller of its own for the defence against guessing.
    all.put("keystile.trusted-proxies", List.of("127.0.0.1"));
    all.putAll(settings);
    return TestServer.start(SPEC, folder, all);
  }

  public static String token(TestServer server, String name, String... roles) {
    return server
        .bean(JwtTokenGenerator.class)
        .generateToken(Authentication.build(name, List.of(roles)), 3600)
        .orElseThrow();
  }

  /** Routes that ask for no key. */
  @Requires(property = "spec.name", value = SPEC)
  @Controller(value = "/mixed", produces = "text/plain")
  static class Mixed {

    private final SecurityService security;
    private final Writer writer;

    Mixed(SecurityService security, Writer writer) {
      this.security = security;
      this.writer = writer;
    }

    @Get("/any")
    @Secured(IS_AUTHENTICATED)
    String any(Principal principal, Authentication authentication) {
      return principal.getName()
          + " "
          + new TreeSet<>(authentication.getRoles())
          + " "
          + authentication.getAttributes();
    }

    @Get("/write")
    @Secured("chat:write")
    String write() {
      return "written";
    }

    @Get("/allowed")
    @RolesAllowed({"chat:write", "chat:edit"})
    String allowed() {
      return "allowed";
    }

    @Get("/admin")
    @Secured("ROLE_ADMIN")
    String admin() {
      return "administered";
    }

    @Get("/own")
    @Secured("keystile:admin")
    String own() {
      return "own";
    }

    @Get("/denied")
    @DenyAll
    String denied() {
      return "denied";
    }

    @Get("/open")
    @PermitAll
    String open(@Nullable Authentication authentication) {
      return authentication == null ? "stranger" : authentication.getName();
    }

    @Get("/ruled")
    String ruled() {
      return "ruled";
    }

    @Get("/unruled")
    String unruled() {
      return "unruled";
    }

    @Get("/key")
    @Secured(IS_AUTHENTICATED)
    String key(@Nullable ApiKey key) {
      return key == null ? "no key" : key.name();
    }

    @Get("/role/{name}")
    @Secured(IS_AUTHENTICATED)
    String role(String name) {
      return security.username().orElse("nobody") + " " + security.hasRole(name);
    }

    @Get("/service")
    @Secured(IS_AUTHENTICATED)
    String service() {
      return writer.write();
    }
  }

  /** Routes that ask for a key. */
  @Requires(property = "spec.name", value = SPEC)
  @Controller(value = "/guarded", produces = "text/plain")
  @ApiKeyProtected("chat:read")
  static class Guarded {

    @Get
    String plain(ApiKey key) {
      return "entered by " + key.name();
    }

    @Get("/who")
    String who(ApiKey key, Principal principal, Authentication authentication) {
      return key.id().value().equals(principal.getName()) ? authentication.getName() : "mixed up";
    }

    @Get("/both")
    @Secured("chat:write")
    String both() {
      return "both";
    }

    @Get("/denied")
    @Secured("denyAll()")
    String denied() {
      return "denied";
    }

    @Get("/permitted")
    @PermitAll
    String permitted() {
      return "permitted";
    }

    @Get("/ruled")
    String ruled() {
      return "ruled";
    }
  }

  /** The example of the guide. */
  @Requires(property = "spec.name", value = SPEC)
  @Controller("/drafts")
  static class DraftController {

    @Get
    @Secured("drafts:read")
    String list(Authentication caller) {
      return "drafts for " + caller.getName();
    }

    @Post
    @ApiKeyProtected("drafts:write")
    String add(ApiKey key) {
      return "added by " + key.name();
    }
  }

  /** A service behind the second lock. */
  @Requires(property = "spec.name", value = SPEC)
  @Singleton
  static class Writer {

    @ApiKeyProtected("chat:write")
    String write() {
      return "served";
    }
  }

  /** Stands for the users of a session. */
  @Requires(property = "spec.name", value = SPEC)
  @Requires(beans = SecurityService.class)
  @Singleton
  static class Session implements AuthenticationFetcher<HttpRequest<?>> {

    @Override
    public Publisher<Authentication> fetchAuthentication(HttpRequest<?> request) {
      return request
          .getCookies()
          .findCookie("SID")
          .map(Cookie::getValue)
          .map(name -> Publishers.just(Authentication.build(name, List.of("ROLE_USER"))))
          .orElseGet(Publishers::empty);
    }
  }
}
