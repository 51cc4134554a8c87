package io.keystile.bridge.capture;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.json.JsonMapper;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes drafts without waiting and writes them on a thread of its own. What does not fit is
 * dropped, counted and told. Safe for several threads.
 */
@Singleton
@Requires(beans = CaptureConfiguration.class)
final class CaptureWriter {

  private static final int MOST_DRAFTS = 10_000;
  private static final long MOST_BYTES = 16L * 1024 * 1024;
  private static final long LAST_SECONDS = 5;
  private static final Logger LOG = LoggerFactory.getLogger("keystile.capture");

  private final BlockingQueue<Item> queue = new ArrayBlockingQueue<>(MOST_DRAFTS);
  private final AtomicLong waiting = new AtomicLong();
  private final AtomicLong dropped = new AtomicLong();
  private final CaptureFile file;
  private final JsonMapper json;
  private final Clock clock;
  private final int maxBody;
  private final Thread thread = new Thread(this::run, "keystile-capture");
  private boolean failing;

  CaptureWriter(CaptureConfiguration configuration, JsonMapper json, Clock clock) {
    this.file = open(configuration);
    this.json = json;
    this.clock = clock;
    this.maxBody = (int) configuration.maxBody();
    thread.setDaemon(true);
    thread.start();
  }

  /** A null draft asks the thread to end. */
  private record Item(@Nullable Draft draft) {}

  void add(Draft draft) {
    int weight = draft.weight();
    if (waiting.addAndGet(weight) > MOST_BYTES || !queue.offer(new Item(draft))) {
      waiting.addAndGet(-weight);
      drop();
    }
  }

  /** Something is missing from the file. */
  void drop() {
    dropped.incrementAndGet();
  }

  @PreDestroy
  void close() throws IOException, InterruptedException {
    if (queue.offer(new Item(null), LAST_SECONDS, TimeUnit.SECONDS)) {
      thread.join(TimeUnit.SECONDS.toMillis(LAST_SECONDS));
    }
    file.close();
  }

  private void run() {
    try {
      for (Draft next = queue.take().draft(); next != null; next = queue.take().draft()) {
        waiting.addAndGet(-next.weight());
        write(next);
        tellDropped();
      }
      tellDropped();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void write(Draft draft) {
    try {
      write(draft.toLine(maxBody));
      failing = false;
    } catch (IOException | RuntimeException e) {
      drop();
      if (!failing) {
        failing = true;
        LOG.warn("The capture cannot be written; requests are not affected", e);
      }
    }
  }

  private void tellDropped() {
    long missing = failing ? 0 : dropped.getAndSet(0);
    if (missing == 0) {
      return;
    }
    LOG.warn("{} lines are missing from the capture", missing);
    try {
      write(
          new CaptureLine(
              clock.instant().toString(),
              null,
              null,
              "dropped",
              null,
              null,
              null,
              null,
              null,
              null,
              null,
              missing));
    } catch (IOException e) {
      failing = true;
    }
  }

  private void write(CaptureLine line) throws IOException {
    file.write((json.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private static CaptureFile open(CaptureConfiguration configuration) {
    try {
      return CaptureFile.open(
          Path.of(configuration.file()), configuration.maxFileSize(), configuration.maxFiles());
    } catch (IOException | InvalidPathException e) {
      throw new ConfigurationException(
          "keystile.bridge.capture.file cannot be written: name a file in a folder that is there",
          e);
    }
  }
}
