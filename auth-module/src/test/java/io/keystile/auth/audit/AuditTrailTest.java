package io.keystile.auth.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.keystile.auth.TestClock;
import io.keystile.auth.TestStore;
import io.keystile.auth.audit.AuditFilter.Order;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 450 rows, one a minute, by three actors in turn, on two targets. */
class AuditTrailTest {

  private static final int ROWS = 450;

  @TempDir static Path folder;
  private static TestStore store;
  private static AuditTrail trail;

  @BeforeAll
  static void aLog() {
    store = TestStore.open(folder.resolve("audit.db"));
    trail = store.bean(AuditTrail.class);
    AuditLog log = store.bean(AuditLog.class);
    for (int i = 1; i <= ROWS; i++) {
      Actor actor = new Actor(Actor.Kind.CONSOLE, "actor" + i % 3, null, null);
      String target = i % 2 == 0 ? "even" : "odd\u001b";
      log.append(actor, AuditEntry.added("test." + i % 5, target, values(i)), AuditLog.DONE);
      store.clock().advance(Duration.ofMinutes(1));
    }
  }

  @AfterAll
  static void close() {
    store.close();
  }

  @Test
  void pagesBothWaysWithoutGapsOrRepeats() {
    List<Long> newest = allPages(AuditFilter.ALL, 77);
    List<Long> oldest = allPages(AuditFilter.ALL.ordered(Order.OLDEST_FIRST), 150);
    Collections.reverse(newest);
    assertEquals(numbers(1, ROWS, 1), newest);
    assertEquals(numbers(1, ROWS, 1), oldest);
  }

  @Test
  void aPageThatEndsWithTheLastRowHasNoNext() {
    assertNull(trail.page(AuditFilter.ALL, 151L, 150).nextCursor());
    assertEquals(List.of(), trail.page(AuditFilter.ALL, 1L, 10).items());
  }

  @Test
  void findsARowByItsNumberAndKnowsHowManyThereAre() {
    assertEquals("test.4", trail.find(4).orElseThrow().action());
    assertEquals(Optional.empty(), trail.find(0));
    assertEquals(Optional.empty(), trail.find(ROWS + 1));
    assertEquals(ROWS, trail.count());
  }

  @Test
  void refusesPagesOfOtherSizes() {
    assertThrows(IllegalArgumentException.class, () -> trail.page(AuditFilter.ALL, null, 0));
    assertThrows(IllegalArgumentException.class, () -> trail.page(AuditFilter.ALL, null, 201));
  }

  @Test
  void findsByActorActionTargetAndTime() {
    AuditFilter all = AuditFilter.ALL.ordered(Order.OLDEST_FIRST);
    assertEquals(numbers(2, ROWS, 3), allPages(all.by("actor2"), 200));
    assertEquals(numbers(4, ROWS, 5), allPages(all.doing("test.4"), 200));
    assertEquals(numbers(2, ROWS, 2), allPages(all.on("even"), 200));
    assertEquals(numbers(1, ROWS, 2), allPages(all.on("odd\u001b"), 200));
    assertEquals(numbers(11, 20, 1), allPages(all.between(minute(10), minute(20)), 200));
    assertEquals(numbers(441, ROWS, 1), allPages(all.between(minute(440), null), 200));
    assertEquals(numbers(1, 5, 1), allPages(all.between(null, minute(5)), 200));
    assertEquals(List.of(), allPages(all.between(minute(ROWS), null), 200));
    assertEquals(List.of(), allPages(all.between(null, minute(0)), 200));
    assertEquals(List.of(), allPages(all.by("actor' OR 1 = 1 --"), 200));
    assertEquals(
        List.of(14L),
        allPages(all.by("actor2").doing("test.4").on("even").between(minute(0), minute(30)), 200));
  }

  @Test
  void exportsEveryRowAsALineOfJson() {
    List<String> lines = new ArrayList<>();
    trail.export(AuditFilter.ALL.ordered(Order.OLDEST_FIRST), row -> lines.add(row.json()));
    assertEquals(ROWS, lines.size());
    assertEquals(
        "{\"number\":1,\"at\":\"2027-01-31T09:00:00Z\",\"actorKind\":\"console\","
            + "\"actorId\":\"actor1\",\"address\":null,\"requestId\":null,\"action\":\"test.1\","
            + "\"target\":\"odd\\\\u001b\",\"before\":{},\"after\":{\"text\":\"a\\u000a\\u001b\","
            + "\"count\":1,\"ratio\":0.5,\"none\":null,\"yes\":true,\"list\":[\"x\",{\"y\":[]}]},"
            + "\"result\":\"done\"}",
        lines.get(0));
  }

  @Test
  void givesValuesBackAsTheyWere() {
    AuditRecord first =
        trail.page(AuditFilter.ALL.ordered(Order.OLDEST_FIRST), null, 1).items().get(0);
    assertEquals(values(1), first.after());
    assertEquals(TestClock.START, first.at());
  }

  private static Map<String, @Nullable Object> values(int count) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put("text", "a\n\u001b");
    values.put("count", count);
    values.put("ratio", 0.5);
    values.put("none", null);
    values.put("yes", true);
    values.put("list", List.of("x", Map.of("y", List.of())));
    return values;
  }

  private static List<Long> allPages(AuditFilter filter, int size) {
    List<Long> numbers = new ArrayList<>();
    Long cursor = null;
    do {
      AuditPage page = trail.page(filter, cursor, size);
      page.items().forEach(row -> numbers.add(row.number()));
      cursor = page.nextCursor();
    } while (cursor != null);
    return numbers;
  }

  private static List<Long> numbers(long first, long last, long step) {
    List<Long> numbers = new ArrayList<>();
    for (long number = first; number <= last; number += step) {
      numbers.add(number);
    }
    return numbers;
  }

  private static Instant minute(int minute) {
    return TestClock.START.plus(Duration.ofMinutes(minute));
  }
}
