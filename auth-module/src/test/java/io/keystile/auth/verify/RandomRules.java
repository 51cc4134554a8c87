package io.keystile.auth.verify;

import io.keystile.auth.verify.PlainRules.Address;
import io.keystile.auth.verify.PlainRules.Guard;
import io.keystile.auth.verify.PlainRules.Network;
import io.keystile.auth.verify.PlainRules.Quota;
import io.keystile.auth.verify.PlainRules.Rate;
import io.keystile.auth.verify.PlainRules.Window;
import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Random rules and calls, from small ranges, so that they meet often. */
final class RandomRules {

  static final List<String> OWNERS = List.of("ann", "bob", "eve");

  private static final List<String> NAMES =
      List.of(
          "chat",
          "chat:read",
          "chat:write",
          "chat:files:read",
          "chatter:read",
          "models",
          "keystile:admin");
  private static final List<String> WILDCARDS = List.of("*", "*", "chat:*", "chat:files:*");
  private static final List<String> ZONES =
      List.of(
          "UTC",
          "Europe/Berlin",
          "America/New_York",
          "Asia/Kathmandu",
          "Australia/Lord_Howe",
          "Pacific/Kiritimati");
  private static final int[] RATE_SECONDS = {1, 10, 60, 3_600};

  private final Random random;

  RandomRules(Random random) {
    this.random = random;
  }

  /** Rules of a key whose quotas are reckoned in the zone. */
  PlainRules rules(long now, String zone) {
    long from = chance(4) ? now + near(7_200_000) : Long.MIN_VALUE;
    long to = chance(3) ? Math.max(now, from) + 1 + random.nextInt(86_400_000) : Long.MAX_VALUE;
    return new PlainRules(
        chance(2) ? one(OWNERS) : "",
        grants(),
        from,
        chance(20) ? Math.max(from + 1, now) : to,
        chance(3) ? some(2, this::window) : List.of(),
        chance(4) ? some(4, this::network) : List.of(),
        chance(4) ? some(4, this::network) : List.of(),
        chance(3) ? rates(zone) : List.of(),
        chance(3) ? quotas(zone) : List.of());
  }

  Set<String> grants() {
    Set<String> grants = new TreeSet<>(some(3, () -> one(NAMES)));
    if (!chance(3)) {
      grants.add(one(WILDCARDS));
    }
    return grants;
  }

  String zone() {
    return one(ZONES);
  }

  Address address() {
    return new Address(random.nextBoolean(), random.nextInt(16));
  }

  List<Guard> guards() {
    return IntStream.range(0, random.nextInt(3)).mapToObj(i -> guard()).toList();
  }

  int cost() {
    return chance(4) ? 1 + random.nextInt(3) : 1;
  }

  boolean chance(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }

  <T> T one(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  private Guard guard() {
    List<String> names =
        IntStream.range(0, random.nextInt(3)).mapToObj(i -> one(NAMES)).distinct().toList();
    return new Guard(names, random.nextBoolean());
  }

  private Window window() {
    Set<DayOfWeek> days = EnumSet.of(DayOfWeek.of(1 + random.nextInt(7)));
    IntStream.range(0, random.nextInt(6)).forEach(i -> days.add(DayOfWeek.of(1 + i)));
    int from = random.nextInt(96) * 15;
    int to = (from + 15 * (1 + random.nextInt(95))) % 1_440;
    return new Window(days, from, to == 0 && random.nextBoolean() ? 1_440 : to, zone());
  }

  private Network network() {
    int hostBits = random.nextInt(4);
    int base = random.nextInt(16) >> hostBits << hostBits;
    return new Network(random.nextBoolean(), base, hostBits, !chance(4), chance(4));
  }

  /** A key keeps its periods, so that what it used has one meaning; no call costs more than 3. */
  private List<Rate> rates(String zone) {
    int first = zone.length() % RATE_SECONDS.length;
    return Stream.of(first, (first + 1) % RATE_SECONDS.length)
        .limit(1 + zone.length() % 2)
        .map(i -> new Rate(3 + random.nextInt(5), RATE_SECONDS[i]))
        .toList();
  }

  private List<Quota> quotas(String zone) {
    return Stream.of("day", "month", "90s")
        .filter(period -> random.nextBoolean())
        .map(
            period ->
                new Quota(
                    2 + random.nextInt(period.equals("month") ? 300 : 20),
                    period,
                    period.equals("90s") ? "UTC" : zone))
        .toList();
  }

  private <T> List<T> some(int most, Supplier<T> next) {
    return IntStream.rangeClosed(0, random.nextInt(most)).mapToObj(i -> next.get()).toList();
  }

  private int near(int range) {
    return random.nextInt(2 * range) - range;
  }
}
