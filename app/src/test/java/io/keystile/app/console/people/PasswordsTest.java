package io.keystile.app.console.people;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** At full cost, as the program hashes them. */
class PasswordsTest {

  private static final String PASSWORD = "violet tractor hums";

  private final Passwords passwords = new Passwords(new PasswordCost());

  @Test
  void areWorkToGuess() {
    String hash = passwords.hash(PASSWORD);
    assertTrue(hash.startsWith("$argon2id$v=19$m=19456,t=2,p=1$"), hash);
    assertTrue(passwords.matches(PASSWORD, hash));
    assertFalse(passwords.matches(PASSWORD + " ", hash));
  }

  @Test
  void haveASaltOfTheirOwn() {
    assertNotEquals(passwords.hash(PASSWORD), passwords.hash(PASSWORD));
  }

  @Test
  void matchWhateverTheyCostWhenTheyWereChosen() {
    String older = new Passwords(new CheapPasswordCost()).hash(PASSWORD);
    assertTrue(older.startsWith("$argon2id$v=19$m=64,t=1,p=1$"), older);
    assertTrue(passwords.matches(PASSWORD, older));
  }
}
