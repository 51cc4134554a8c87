package io.keystile.bench;

import io.keystile.bench.suite.Suite;
import io.keystile.bench.suite.Suites;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * What is to be measured.
 *
 * @param quick whether only the suites of the short run are run
 * @param only names of suites; none means all
 * @param rounds how many rounds
 * @param sample how long a sample is; one that is taken in short turns is half as long
 * @param warmUp how long a server is warmed up
 */
record Options(boolean quick, List<String> only, int rounds, Duration sample, Duration warmUp) {

  private static final String QUICK = "--quick";
  private static final int ROUNDS = 5;
  private static final int SAMPLE_SECONDS = 2;
  private static final int WARM_UP_SECONDS = 20;
  private static final int QUICK_ROUNDS = 3;
  private static final int QUICK_WARM_UP_SECONDS = 10;

  /**
   * Reads the arguments of the program.
   *
   * @throws IllegalArgumentException when one cannot be understood; the message is for people
   */
  static Options parse(List<String> arguments) {
    Deque<String> left = new ArrayDeque<>(arguments);
    boolean quick = arguments.contains(QUICK);
    List<String> only = List.of();
    int rounds = quick ? QUICK_ROUNDS : ROUNDS;
    int sample = SAMPLE_SECONDS;
    int warmUp = quick ? QUICK_WARM_UP_SECONDS : WARM_UP_SECONDS;
    while (!left.isEmpty()) {
      String option = left.pop();
      switch (option) {
        case QUICK -> {} // It has had its say on the defaults.
        case "--only" -> only = names(value(option, left));
        case "--rounds" -> rounds = number(option, left);
        case "--seconds" -> sample = number(option, left);
        case "--warm-up" -> warmUp = number(option, left);
        default -> throw new IllegalArgumentException("There is no option " + option);
      }
    }
    return new Options(quick, only, rounds, Duration.ofSeconds(sample), Duration.ofSeconds(warmUp));
  }

  /** The suites that are to be run. */
  List<Suite> suites() {
    return Suites.ALL.stream().filter(this::isWanted).toList();
  }

  private boolean isWanted(Suite suite) {
    return only.isEmpty() ? !quick || suite.isQuick() : only.contains(suite.name());
  }

  private static List<String> names(String text) {
    List<String> names = List.of(text.split(",", -1));
    List<String> known = Suites.ALL.stream().map(Suite::name).toList();
    for (String name : names) {
      if (!known.contains(name)) {
        throw new IllegalArgumentException(
            "There is no suite " + name + "; there are " + String.join(", ", known));
      }
    }
    return names;
  }

  private static int number(String option, Deque<String> left) {
    String text = value(option, left);
    if (!text.matches("[1-9][0-9]?")) {
      throw new IllegalArgumentException(option + " takes a number from 1 to 99");
    }
    return Integer.parseInt(text);
  }

  private static String value(String option, Deque<String> left) {
    if (left.isEmpty()) {
      throw new IllegalArgumentException(option + " needs a value");
    }
    return left.pop();
  }
}
