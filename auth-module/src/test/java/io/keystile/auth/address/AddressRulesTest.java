package io.keystile.auth.address;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AddressRulesTest {

  private static final List<AddressEntry> TEN = List.of(AddressEntry.of("10.0.0.0/8"));
  private static final List<AddressEntry> TEN_ONE = List.of(AddressEntry.of("10.1.0.0/16"));
  private static final List<AddressEntry> NONE = List.of();

  @ParameterizedTest
  @EnumSource
  void refusesUnknownAddressesWhenAnyRuleIsSet(Precedence precedence) {
    assertFalse(AddressRules.of(TEN, NONE).admits(null, precedence));
    assertFalse(AddressRules.of(NONE, TEN).admits(null, precedence));
    assertFalse(AddressRules.of(TEN, TEN).admits(null, precedence));
    assertTrue(AddressRules.NONE.admits(null, precedence));
  }

  /** The address 10.1.x is in both lists, 10.2.x in the wider one only, 11.x in none. */
  @ParameterizedTest
  @CsvSource({
    // allow, deny, precedence, 10.1.0.1, 10.2.0.1, 11.0.0.1
    "none,none,ALLOW,true,true,true",
    "none,none,DENY,true,true,true",
    "ten,none,ALLOW,true,true,false",
    "ten,none,DENY,true,true,false",
    "none,ten,ALLOW,false,false,true",
    "none,ten,DENY,false,false,true",
    "ten,one,ALLOW,true,true,false",
    "ten,one,DENY,false,true,false",
    "one,ten,ALLOW,true,false,false",
    "one,ten,DENY,false,false,false",
    "ten,ten,ALLOW,true,true,false",
    "ten,ten,DENY,false,false,false",
  })
  void followsTheTable(
      String allow, String deny, Precedence precedence, boolean both, boolean wide, boolean none) {
    AddressRules rules = AddressRules.of(list(allow), list(deny));
    assertEquals(both, rules.admits(ClientIp.parse("10.1.0.1"), precedence));
    assertEquals(both, rules.admits(ClientIp.parse("::ffff:10.1.0.1"), precedence));
    assertEquals(wide, rules.admits(ClientIp.parse("10.2.0.1"), precedence));
    assertEquals(none, rules.admits(ClientIp.parse("11.0.0.1"), precedence));
    assertEquals(none, rules.admits(ClientIp.parse("2001:db8::1"), precedence));
  }

  @Test
  void leavesOutEntriesThatAreSwitchedOff() {
    List<AddressEntry> mixed =
        List.of(AddressEntry.of("10.0.0.1"), new AddressEntry("10.0.0.2", false, "later"));
    AddressRules allow = AddressRules.of(mixed, NONE);
    assertTrue(allow.admits(ClientIp.parse("10.0.0.1"), Precedence.ALLOW));
    assertFalse(allow.admits(ClientIp.parse("10.0.0.2"), Precedence.ALLOW));
    assertTrue(AddressRules.of(NONE, mixed).admits(ClientIp.parse("10.0.0.2"), Precedence.ALLOW));
  }

  @Test
  void takesListsWithoutEnabledEntryForNotSet() {
    List<AddressEntry> off = List.of(new AddressEntry("10.0.0.0/8", false, null));
    assertSame(AddressRules.NONE, AddressRules.of(off, off));
    assertSame(AddressRules.NONE, AddressRules.of(NONE, NONE));
    AddressRules denyOnly = AddressRules.of(off, TEN);
    assertFalse(denyOnly.admits(ClientIp.parse("10.0.0.1"), Precedence.ALLOW));
    assertTrue(denyOnly.admits(ClientIp.parse("11.0.0.1"), Precedence.ALLOW));
  }

  private static List<AddressEntry> list(String name) {
    return switch (name) {
      case "ten" -> TEN;
      case "one" -> TEN_ONE;
      default -> NONE;
    };
  }
}
