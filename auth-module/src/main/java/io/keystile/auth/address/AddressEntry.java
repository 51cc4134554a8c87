package io.keystile.auth.address;

import org.jspecify.annotations.Nullable;

/**
 * An entry of the allow or deny list of a key.
 *
 * @param address an address or a network in CIDR form, kept in its canonical text
 * @param enabled whether the entry counts
 * @param note what it is there for, up to 200 characters in one line, or null
 * @since 0.1
 */
public record AddressEntry(String address, boolean enabled, @Nullable String note) {

  private static final int MAX_NOTE = 200;

  /**
   * Refuses what is not an address, and notes that would not fit into a line.
   *
   * @throws IllegalArgumentException when a value is out of range; the message is fit for people
   */
  public AddressEntry {
    address = AddressRange.parse(address).toString();
    if (note != null && !isLine(note)) {
      throw new IllegalArgumentException(
          "The note of " + address + " must be up to 200 characters without control characters");
    }
  }

  /** An enabled entry without a note. */
  public static AddressEntry of(String address) {
    return new AddressEntry(address, true, null);
  }

  private static boolean isLine(String note) {
    return note.length() <= MAX_NOTE && note.chars().noneMatch(AddressEntry::breaksLines);
  }

  private static boolean breaksLines(int c) {
    return Character.isISOControl(c) || c == '\u2028' || c == '\u2029';
  }
}
