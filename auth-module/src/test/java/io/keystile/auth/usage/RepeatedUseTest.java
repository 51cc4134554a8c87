package io.keystile.auth.usage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.keystile.auth.ApiKeyId;
import io.keystile.auth.address.ClientIp;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Use that is added to what was written down before. */
class RepeatedUseTest extends UsageFixture {

  @Test
  void addsToWhatIsThereForKeysThatStayMoveOrAreNew() {
    List<ApiKeyId> ids = Stream.of("a", "b", "c").map(n -> store.issue(n).key().id()).toList();
    long start = store.clock().millis();
    record(ids.get(0), start, HERE);
    record(ids.get(1), start, HERE);
    uses().flush();
    record(ids.get(0), start + 1000, HERE);
    record(ids.get(1), start + 2000, THERE);
    record(ids.get(2), start + 3000, HERE);
    uses().flush();
    assertEquals(List.of(written(2, start + 1000, HERE)), uses().find(ids.get(0)));
    assertEquals(List.of(written(2, start + 2000, THERE)), uses().find(ids.get(1)));
    assertEquals(List.of(written(1, start + 3000, HERE)), uses().find(ids.get(2)));
  }

  @Test
  void anEarlierCallNeverCountsAsTheLast() {
    ApiKeyId id = store.issue("k").key().id();
    long start = store.clock().millis();
    for (String from : List.of(HERE, HERE, THERE)) {
      record(id, start, from);
      uses().flush();
      start -= 1000;
    }
    assertEquals(List.of(written(3, store.clock().millis(), HERE)), uses().find(id));
  }

  @Test
  void addsUpCallsFromUnknownAddresses() {
    ApiKeyId id = store.issue("k").key().id();
    for (int i = 0; i < 3; i++) {
      uses().of(id, 1).record(store.clock().millis(), null);
      uses().flush();
    }
    assertEquals(List.of(new SecretUse(1, 3, store.clock().instant(), null)), uses().find(id));
  }

  private void record(ApiKeyId id, long at, String from) {
    uses().of(id, 1).record(at, ClientIp.parse(from));
  }

  private static SecretUse written(long requests, long at, String from) {
    return new SecretUse(1, requests, Instant.ofEpochMilli(at), from);
  }
}
