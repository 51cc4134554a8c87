package io.keystile.auth.verify;

import io.keystile.auth.Scopes;
import io.keystile.auth.Verdict;
import io.keystile.auth.address.ClientIp;
import io.keystile.auth.keys.AccessWindow;
import io.keystile.auth.address.AddressEntry;
import io.keystile.auth.keys.ApiKeys;
import io.keystile.auth.keys.KeyLimits;
import io.keystile.auth.keys.KeySettings;
import io.keystile.auth.policy.Call;
import io.keystile.auth.policy.RequiredScopes;
import io.keystile.auth.secret.KeySecret;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** A store of keys in a file of its own, all of them in the cache. */
public final class BenchKeys implements AutoCloseable {

  /** What the calls of benchmarks ask for. */
  static final List<RequiredScopes> REQUIRED =
      List.of(new RequiredScopes(List.of("chat:write"), false));

  /** Where they come from. */
  static final ClientIp ADDRESS = ClientIp.parse("192.0.2.5");

  private final Path folder;
  private final ApplicationContext context;

  private BenchKeys(Path folder, ApplicationContext context) {
    this.folder = folder;
    this.context = context;
  }

  /** An empty store whose cache keeps everything for an hour. */
  public static BenchKeys open(Map<String, Object> settings) throws IOException {
    Path folder = Files.createTempDirectory("keystile-bench");
    return new BenchKeys(
        folder,
        ApplicationContext.builder()
            .properties(settings)
            .properties(
                Map.of(
                    "keystile.db", folder.resolve("keys.db").toString(),
                    "keystile.cache.max-age", "1h",
                    "keystile.cache.size", 2_000_000,
                    "keystile.cache.unknown-max-age", "1m"))
            .start());
  }

  /** The bean of this type. */
  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  /** All beans of this type. */
  public <T> Collection<T> beans(Class<T> type) {
    return context.getBeansOfType(type);
  }

  /** Keys that may be used by their holder at any time, from anywhere, as often as it likes. */
  public static KeySettings plain() {
    return KeySettings.named("plain").withScopes(Scopes.of("chat:write", "models:read"));
  }

  /** Keys with every rule there is, all of them satisfied. */
  public static KeySettings full() {
    Instant now = Instant.now();
    List<AddressEntry> allowed =
        IntStream.range(1, 11)
            .mapToObj(i -> AddressEntry.of("192.0.2." + i))
            .toList();
    return plain()
        .validBetween(now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(1)))
        .during(List.of(AccessWindow.parse("daily 00:00-24:00 Europe/Berlin")))
        .from(allowed, List.of())
        .limitedTo(KeyLimits.parse(List.of("1000000000/1h"), List.of()));
  }

  /** Issues keys, presents each once, and returns the header of each. */
  public String[] headers(KeySettings settings, int count) {
    ApiKeys keys = bean(ApiKeys.class);
    List<KeySecret> secrets = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      secrets.add(keys.issue(settings.renamed("key " + i)).secret());
    }
    awaitOwnChanges();
    secrets.forEach(this::present);
    return secrets.stream().map(secret -> "Bearer " + secret.exposeText()).toArray(String[]::new);
  }

  // They come back from the store once more, and would empty the cache while it is measured.
  private static void awaitOwnChanges() {
    LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
  }

  private void present(KeySecret secret) {
    KeyVerifier verifier = bean(KeyVerifier.class);
    verifier.verify(secret, call()).toCompletableFuture().join();
    if (!(verifier.verifyNow(secret, call()) instanceof Verdict.Accepted)) {
      throw new IllegalStateException("A key to be measured is not accepted from memory");
    }
  }

  /** A call that every key satisfies. */
  public static Call call() {
    return new Call(System.currentTimeMillis(), ADDRESS, REQUIRED);
  }

  @Override
  public void close() throws IOException {
    context.close();
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
