package io.keystile.auth.address;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AddressSetTest {

  @Test
  void namesSettingValueAndRemedy() {
    String message =
        Messages.of(() -> AddressSet.parse("keystile.x", List.of("10.0.0.0/8", " 10.1.1.1/16 ")));
    assertEquals(
        "keystile.x: \"10.1.1.1/16\" has bits set below its prefix;"
            + " write 10.1.0.0/16 for the network or 10.1.1.1 for the one address",
        message);
  }

  @Test
  void emptyHoldsNothing() {
    assertTrue(AddressSet.of(List.of()).isEmpty());
    assertFalse(AddressSet.EMPTY.contains(ClientIp.parse("0.0.0.0")));
    assertFalse(AddressSet.EMPTY.contains(ClientIp.parse("::")));
  }

  @Test
  void holdsTheEndsOfBothFamilies() {
    AddressSet set =
        AddressSet.parse("x", List.of("255.255.255.255", "0.0.0.0", "::", "ffff::/16"));
    for (String in : List.of("0.0.0.0", "255.255.255.255", "::", "ffff::1", "ffff:ffff::")) {
      assertTrue(set.contains(ClientIp.parse(in)), in);
    }
    for (String out : List.of("0.0.0.1", "255.255.255.254", "::1", "fffe:ffff::", "128.0.0.0")) {
      assertFalse(set.contains(ClientIp.parse(out)), out);
    }
  }

  @Test
  void findsEachOfTenThousand() {
    List<String> values = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      int bits = i * 2;
      values.add("10." + (bits >> 16) + "." + (bits >> 8 & 255) + "." + (bits & 255));
      values.add("2001:db8::" + Integer.toHexString(bits));
    }
    AddressSet set = AddressSet.parse("x", values);
    for (String value : values) {
      ClientIp in = ClientIp.parse(value);
      assertTrue(set.contains(in), value);
      assertFalse(set.contains(new ClientIp(in.high(), in.low() + 1)), value);
    }
  }

  @Test
  void tellsItsRangesOrTheFirstOfThem() {
    List<String> values =
        List.of("0.0.0.0/0", "2001:db8::/32", "2001:db9::7", "2001:dba:0:1::/64", "fe00::/10");
    assertEquals(
        "[0.0.0.0/0, 2001:db8::/32, 2001:db9::7, 2001:dba:0:1::/64, fe00::/10]",
        AddressSet.parse("x", values).toString());
    List<String> many = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      many.add("10.0.0." + i * 2);
    }
    String text = AddressSet.parse("x", many).toString();
    assertTrue(text.startsWith("[10.0.0.0, 10.0.0.2, "), text);
    assertTrue(text.endsWith("10.0.0.38 and 5 more]"), text);
    assertEquals("[]", AddressSet.EMPTY.toString());
  }
}
