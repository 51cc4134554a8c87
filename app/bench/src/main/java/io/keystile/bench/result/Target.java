package io.keystile.bench.result;

/**
 * What a figure is to reach.
 *
 * @param suite the suite that measures it
 * @param name its name in the files
 * @param what what it says, for people
 * @param better which way is better
 * @param floor what it must reach
 * @param goal what it should reach
 */
public record Target(
    String suite, String name, String what, Better better, double floor, double goal) {

  /** Which way a figure gets better. */
  public enum Better {
    HIGHER("≥"),
    LOWER("≤");

    private final String sign;

    Better(String sign) {
      this.sign = sign;
    }

    /** The sign before a bound. */
    public String sign() {
      return sign;
    }
  }

  /** How far a value gets. */
  public enum Verdict {
    GOAL("goal"),
    MET("met"),
    MISSED("MISSED");

    private final String text;

    Verdict(String text) {
      this.text = text;
    }

    @Override
    public String toString() {
      return text;
    }
  }

  static Target higher(String suite, String name, double floor, double goal, String what) {
    return new Target(suite, name, what, Better.HIGHER, floor, goal);
  }

  static Target lower(String suite, String name, double floor, double goal, String what) {
    return new Target(suite, name, what, Better.LOWER, floor, goal);
  }

  /** How far this value gets; a bound itself is reached. */
  public Verdict verdict(double value) {
    if (reaches(value, goal)) {
      return Verdict.GOAL;
    }
    return reaches(value, floor) ? Verdict.MET : Verdict.MISSED;
  }

  private boolean reaches(double value, double bound) {
    return better == Better.HIGHER ? value >= bound : value <= bound;
  }
}
