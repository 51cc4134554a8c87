package io.keystile.auth.keys;

import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * How fast keys are made and imported, against rows that are put into the same table by hand, in
 * turns. 1 means as fast as by hand. Prints {@code name=value} lines.
 */
public final class CreateAndImport {

  private static final int CREATED = 1_000;
  private static final int CREATE_ROUNDS = 7;
  private static final int IMPORTED = 100_000;
  private static final int IMPORT_ROUNDS = 3;

  private CreateAndImport() {}

  /** Runs it. */
  public static void main(String[] args) throws Exception {
    Path folder = BenchFiles.folder();
    try {
      create(folder);
      importAll(folder);
    } finally {
      BenchFiles.delete(folder);
    }
  }

  private static void create(Path folder) throws Exception {
    Rounds rounds = new Rounds();
    try (ApplicationContext context = open(folder.resolve("create.db"));
        RawKeys raw = RawKeys.create(folder.resolve("create-raw.db"))) {
      ApiKeys keys = context.getBean(ApiKeys.class);
      issue(keys);
      raw.insertSingly(CREATED);
      for (int i = 0; i < CREATE_ROUNDS; i++) {
        rounds.add(seconds(() -> raw.insertSingly(CREATED)), seconds(() -> issue(keys)));
      }
    }
    rounds.print("create", CREATED);
  }

  private static void issue(ApiKeys keys) {
    for (int i = 0; i < CREATED; i++) {
      keys.issue(KeySettings.named("key " + i));
    }
  }

  private static void importAll(Path folder) throws Exception {
    importOnce(folder.resolve("warm-up"), IMPORTED / 5);
    Rounds rounds = new Rounds();
    for (int i = 0; i < IMPORT_ROUNDS; i++) {
      double[] pair = importOnce(folder.resolve("import-" + i), IMPORTED);
      rounds.add(pair[0], pair[1]);
    }
    rounds.print("import", IMPORTED);
  }

  private static double[] importOnce(Path folder, int count) throws Exception {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      lines.add("imported-key-of-some-other-place-%06d".formatted(i));
    }
    double raw;
    try (RawKeys rows = RawKeys.create(folder.resolve("raw.db"))) {
      raw = seconds(() -> rows.insertBatches(count));
    }
    try (ApplicationContext context = open(folder.resolve("import.db"))) {
      KeyImporter importer = context.getBean(KeyImporter.class);
      KeyImport options = new KeyImport("key", null, true);
      return new double[] {raw, seconds(() -> importer.importKeys(lines, options))};
    }
  }

  private static ApplicationContext open(Path file) {
    return ApplicationContext.run(Map.of("keystile.db", file.toString()));
  }

  private static double seconds(Work work) throws Exception {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e9;
  }

  private interface Work {

    void run() throws Exception;
  }

  private static final class Rounds {

    private final List<Double> ratios = new ArrayList<>();
    private final List<Double> raw = new ArrayList<>();
    private final List<Double> ours = new ArrayList<>();

    void add(double rawSeconds, double seconds) {
      raw.add(rawSeconds);
      ours.add(seconds);
      ratios.add(rawSeconds / seconds);
    }

    void print(String name, int count) {
      System.out.printf("%s_ratio=%.3f%n", name, median(ratios));
      System.out.printf("%s_per_second=%.0f%n", name, count / median(ours));
      System.out.printf("%s_raw_per_second=%.0f%n", name, count / median(raw));
    }

    private static double median(List<Double> values) {
      List<Double> sorted = new ArrayList<>(values);
      Collections.sort(sorted);
      return sorted.get(sorted.size() / 2);
    }
  }
}
