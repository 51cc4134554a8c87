package io.keystile.app.console.keys;

import java.util.List;
import java.util.stream.Stream;

/**
 * What stands in the form of a key, as it was typed.
 *
 * @param expiry {@code 30}, {@code 60} or {@code 90} days, {@code date} or {@code never}
 * @param expiresAt the local date and time it ends, where a date was chosen
 * @param notBefore the local date and time it begins, or empty
 * @param zone the time zone of these
 * @param allow addresses it may be used from
 * @param deny addresses it may not be used from
 * @param rateLimits one on a line
 * @param unlimited whether not even the defaults limit it
 * @param quotas one on a line
 * @param windows one on a line
 */
public record KeyForm(
    String name,
    String description,
    String owner,
    String scopes,
    String expiry,
    String expiresAt,
    String notBefore,
    String zone,
    List<AddressLine> allow,
    List<AddressLine> deny,
    String rateLimits,
    boolean unlimited,
    String quotas,
    String windows) {

  /** The most entries of one list that the form takes; longer lists stay as they are. */
  public static final int MAX_ADDRESSES = 100;

  public static final String DATE = "date";
  public static final String NEVER = "never";

  /** What a new key is offered. */
  static final KeyForm NEW =
      new KeyForm("", "", "", "", "90", "", "", "UTC", List.of(), List.of(), "", false, "", "");

  /**
   * One entry of a list of addresses.
   *
   * @param enabled whether it counts
   */
  public record AddressLine(String address, boolean enabled, String note) {

    public static final AddressLine EMPTY = new AddressLine("", true, "");

    boolean isEmpty() {
      return address.isBlank() && note.isBlank();
    }
  }

  public KeyForm {
    zone = zone.isBlank() ? "UTC" : zone;
    allow = List.copyOf(allow);
    deny = List.copyOf(deny);
  }

  /** The same with this name. */
  KeyForm named(String text) {
    return with(text, allow, deny);
  }

  /** The same with one more row in the list of this name. */
  KeyForm withRow(String list) {
    return switch (list) {
      case "allow" -> with(name, longer(allow), deny);
      case "deny" -> with(name, allow, longer(deny));
      default -> this;
    };
  }

  private static List<AddressLine> longer(List<AddressLine> lines) {
    return lines.size() >= MAX_ADDRESSES
        ? lines
        : Stream.concat(lines.stream(), Stream.of(AddressLine.EMPTY)).toList();
  }

  private KeyForm with(String text, List<AddressLine> allowed, List<AddressLine> denied) {
    return new KeyForm(
        text,
        description,
        owner,
        scopes,
        expiry,
        expiresAt,
        notBefore,
        zone,
        allowed,
        denied,
        rateLimits,
        unlimited,
        quotas,
        windows);
  }
}
