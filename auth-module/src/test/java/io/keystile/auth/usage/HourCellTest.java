package io.keystile.auth.usage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class HourCellTest {

  private final HourCell cell = new HourCell();

  @Test
  void countsToTheHourOfTheEventHoweverLateItIsTaken() {
    count(500_000, 2);
    count(500_001, 3);
    count(500_002, 1);
    assertEquals(Map.of(500_000L, 2L, 500_001L, 3L, 500_002L, 1L), taken());
  }

  @Test
  void handsOutEveryEventOnce() {
    count(500_000, 2);
    taken();
    assertEquals(Map.of(), taken());
    count(500_000, 1);
    assertEquals(Map.of(500_000L, 1L), taken());
  }

  @Test
  void countsALateEventOfTheHourBeforeToTheHourThatHasBegun() {
    count(500_001, 1);
    count(500_000, 1);
    assertEquals(Map.of(500_001L, 2L), taken());
  }

  @Test
  void followsAClockThatIsSetBack() {
    count(900_000, 1);
    count(500_000, 2);
    assertEquals(Map.of(900_000L, 1L, 500_000L, 2L), taken());
  }

  @Test
  void takesBackWhatCouldNotBeWritten() {
    count(500_000, 2);
    Map<Long, Long> taken = taken();
    count(500_000, 1);
    taken.forEach(cell::restore);
    assertEquals(Map.of(500_000L, 3L), taken());
  }

  @Test
  void losesNothingWhileHoursTurnAndCountsAreTaken() throws InterruptedException {
    int each = 200_000;
    CountDownLatch start = new CountDownLatch(1);
    Thread[] threads = new Thread[3];
    for (int i = 0; i < threads.length; i++) {
      threads[i] =
          new Thread(
              () -> {
                await(start);
                for (int n = 0; n < each; n++) {
                  cell.increment(500_000 + n / 1000);
                }
              });
      threads[i].start();
    }
    start.countDown();
    long sum = 0;
    while (threads[0].isAlive() || threads[1].isAlive() || threads[2].isAlive()) {
      sum += sum(taken());
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertEquals(3L * each, sum + sum(taken()));
  }

  private void count(long hour, int times) {
    for (int i = 0; i < times; i++) {
      cell.increment(hour);
    }
  }

  private Map<Long, Long> taken() {
    Map<Long, Long> taken = new TreeMap<>();
    cell.take((hour, count) -> taken.merge(hour, count, Long::sum));
    return taken;
  }

  private static long sum(Map<Long, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
