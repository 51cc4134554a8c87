package io.keystile.auth.web;

import io.keystile.auth.ApiKeyId;
import io.keystile.auth.address.ClientIp;
import io.micronaut.http.HttpRequest;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the operator of refusals, never with the key: the first of a kind from an address at once,
 * the rest as sums every ten seconds, so that a flood of wrong keys is not a flood of lines.
 */
@Singleton
final class RefusalLog {

  private static final Logger LOG = LoggerFactory.getLogger("keystile.refused");
  private static final int MAX_KINDS = 1000;
  private static final Kind OTHERS = new Kind("several reasons", null, null);

  private final Map<Kind, LongAdder> further = new ConcurrentHashMap<>();
  private final ClientAddresses addresses;
  private final RefusalEvents events;
  private final Clock clock;

  RefusalLog(ClientAddresses addresses, RefusalEvents events, Clock clock) {
    this.addresses = addresses;
    this.events = events;
    this.clock = clock;
  }

  void refused(HttpRequest<?> request, Refusal refusal) {
    Kind kind = kindOf(request, refusal);
    LongAdder count = further.get(kind);
    if (count == null && further.size() < MAX_KINDS) {
      count = further.putIfAbsent(kind, new LongAdder());
      if (count == null) {
        warn(request, refusal, kind);
        publish(request, refusal, kind);
        return;
      }
    }
    (count == null ? further.computeIfAbsent(OTHERS, any -> new LongAdder()) : count).increment();
  }

  @Scheduled(fixedDelay = "10s", initialDelay = "10s")
  void sum() {
    further.entrySet().removeIf(entry -> !report(entry.getKey(), entry.getValue()));
  }

  private static boolean report(Kind kind, LongAdder further) {
    long count = further.sumThenReset();
    if (count > 0) {
      LOG.warn("Refused {} more: {} from {}", count, kind.code(), kind.address());
    }
    return count > 0;
  }

  private static void warn(HttpRequest<?> request, Refusal refusal, Kind kind) {
    @Nullable ApiKeyId key = refusal.verdict().keyId();
    LOG.warn(
        "Refused {} from {} ({} {}, key {}, request {}, receipt {})",
        kind.code(),
        kind.address(),
        request.getMethodName(),
        RouteTemplates.of(request),
        key == null ? "unknown" : key,
        refusal.requestId(),
        refusal.receiptId());
  }

  private void publish(HttpRequest<?> request, Refusal refusal, Kind kind) {
    if (events.isWanted()) {
      events.publish(
          new CallRefused(
              refusal.verdict().reason(),
              refusal.verdict().keyId(),
              kind.address(),
              request.getMethodName(),
              RouteTemplates.of(request),
              refusal.requestId(),
              refusal.receiptId(),
              clock.instant()));
    }
  }

  private Kind kindOf(HttpRequest<?> request, Refusal refusal) {
    ClientIp client = addresses.of(request).ip();
    return new Kind(
        refusal.verdict().reason().code(),
        client,
        client == null ? ClientAddresses.peer(request) : null);
  }

  /** With the peer in place of a client that could not be told. */
  private record Kind(String code, @Nullable ClientIp client, @Nullable ClientIp peer) {

    String address() {
      if (equals(OTHERS)) {
        return "other addresses";
      }
      if (client != null) {
        return client.toString();
      }
      return peer == null ? "unknown" : "unknown behind " + peer;
    }
  }
}
