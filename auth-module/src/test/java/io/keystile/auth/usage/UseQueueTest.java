package io.keystile.auth.usage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UseQueueTest {

  private static final int THREADS = 4;
  private static final int EACH = 20_000;

  private final UseQueue queue = new UseQueue();

  @Test
  void isEmptyAtFirstAndOnceAllIsTaken() {
    assertEquals(List.of(), queue.takeAll());
    queue.add(use("a"));
    assertEquals(1, queue.takeAll().size());
    assertEquals(List.of(), queue.takeAll());
  }

  @Test
  void handsOutTheOldestFirst() {
    List<KeyUse> uses = List.of(use("a"), use("b"), use("c"));
    uses.forEach(queue::add);
    assertEquals(uses, queue.takeAll());
  }

  @Test
  void takesOneTwice() {
    KeyUse use = use("a");
    queue.add(use);
    queue.add(use);
    assertEquals(List.of(use, use), queue.takeAll());
  }

  @Test
  void losesNothingWhileSeveralThreadsAddAndOneTakes() throws Exception {
    List<KeyUse> mine = IntStream.range(0, THREADS).mapToObj(i -> use("k" + i)).toList();
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    CountDownLatch begin = new CountDownLatch(1);
    List<Future<?>> adding = new ArrayList<>();
    mine.forEach(use -> adding.add(threads.submit(() -> add(use, begin))));
    begin.countDown();
    Map<KeyUse, Integer> taken = new HashMap<>();
    while (!adding.stream().allMatch(Future::isDone)) {
      queue.takeAll().forEach(use -> taken.merge(use, 1, Integer::sum));
    }
    for (Future<?> one : adding) {
      one.get(1, TimeUnit.MINUTES);
    }
    queue.takeAll().forEach(use -> taken.merge(use, 1, Integer::sum));
    threads.shutdown();
    mine.forEach(use -> assertEquals(EACH, taken.get(use)));
  }

  private Void add(KeyUse use, CountDownLatch begin) throws InterruptedException {
    begin.await();
    for (int i = 0; i < EACH; i++) {
      queue.add(use);
    }
    return null;
  }

  private KeyUse use(String id) {
    return new KeyUse(() -> id, 1, queue);
  }
}
