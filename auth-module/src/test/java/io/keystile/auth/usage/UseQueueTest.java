package io.keystile.auth.usage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
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
  void handsOutOnceWhatWasAddedTwice() {
    KeyUse use = use("a");
    KeyUse other = use("b");
    List.of(use, other, use).forEach(queue::add);
    assertEquals(List.of(other, use), queue.takeAll());
  }

  @Test
  void losesNothingWhileSeveralThreadsAddAndOneTakes() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    CountDownLatch begin = new CountDownLatch(1);
    List<Future<?>> adding = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      adding.add(threads.submit(() -> add(begin)));
    }
    begin.countDown();
    List<KeyUse> taken = new ArrayList<>();
    while (!adding.stream().allMatch(Future::isDone)) {
      taken.addAll(queue.takeAll());
    }
    for (Future<?> one : adding) {
      one.get(1, TimeUnit.MINUTES);
    }
    taken.addAll(queue.takeAll());
    threads.shutdown();
    assertEquals(THREADS * EACH, taken.size());
    assertEquals(THREADS * EACH, new HashSet<>(taken).size());
  }

  private Void add(CountDownLatch begin) throws InterruptedException {
    begin.await();
    for (int i = 0; i < EACH; i++) {
      queue.add(use("a"));
    }
    return null;
  }

  private KeyUse use(String id) {
    return new SecretCounter(id, 1, queue);
  }
}
