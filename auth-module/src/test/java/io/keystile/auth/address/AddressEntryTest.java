package io.keystile.auth.address;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressEntryTest {

  @Test
  void refusesWhatIsNoAddress() {
    assertThrows(IllegalArgumentException.class, () -> AddressEntry.of("10.0.0.1/8"));
    assertThrows(IllegalArgumentException.class, () -> AddressEntry.of("*"));
    // Also when it is switched off: it may be switched on later.
    assertThrows(IllegalArgumentException.class, () -> new AddressEntry("010.0.0.1", false, null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\nb", "a\r", "\u0000", "\u001b[31m", "\u0085", "\u2028", "\u007f"})
  void refusesNotesThatBreakLines(String note) {
    assertThrows(IllegalArgumentException.class, () -> new AddressEntry("::1", true, note));
  }

  @Test
  void limitsTheNote() {
    String longest = "n".repeat(200);
    assertEquals(longest, new AddressEntry("::1", true, longest).note());
    String message = Messages.of(() -> new AddressEntry("::1", true, longest + "n"));
    assertTrue(message.contains("200"), message);
  }

  @Test
  void keepsTheCanonicalText() {
    assertEquals("10.0.0.0/8", AddressEntry.of("::ffff:10.0.0.0/104").address());
    assertEquals("1.2.3.4", AddressEntry.of("1.2.3.4/32").address());
    assertEquals("2001:db8::/32", AddressEntry.of("2001:0DB8:0:0:0:0:0:0/32").address());
    assertEquals(AddressEntry.of("::1"), AddressEntry.of("0:0:0:0:0:0:0:1"));
  }
}
