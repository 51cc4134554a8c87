package io.keystile.app.console.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import io.keystile.app.console.ConsoleServer;
import io.keystile.app.console.people.Guesses.Result;
import io.keystile.auth.address.ClientIp;
import io.keystile.auth.limit.BruteForceGuard;
import io.keystile.auth.web.ClientAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuessesTest {

  private static final ClientAddress HERE =
      new ClientAddress(ClientIp.parse("127.0.0.1"), true, true);

  @TempDir private static Path folder;
  private static ConsoleServer server;
  private static int addresses;

  private Instant now = Instant.parse("2027-01-31T09:00:00Z");
  private final InstantSource source = () -> now;
  private Guesses guesses;

  @BeforeAll
  static void start() {
    server = ConsoleServer.start(folder);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void open() {
    GuessedNames names = new GuessedNames(source.withZone(ZoneOffset.UTC));
    guesses = new Guesses(server.bean(BruteForceGuard.class), names);
  }

  @Test
  void areRefusedForANameHoweverManyAddressesSendThem() {
    exhaust("ada");
    assertEquals(Result.BLOCKED, guesses.judge(another(), "ADA", () -> fail("looked at")));
    assertEquals(Result.WRONG, guesses.judge(another(), "victor", () -> false));
    now = now.plus(GuessedNames.WINDOW).minus(Duration.ofMillis(1));
    assertEquals(Result.BLOCKED, guesses.judge(another(), "ada", () -> fail("looked at")));
    now = now.plus(Duration.ofMillis(1));
    assertEquals(Result.RIGHT, guesses.judge(another(), "ada", () -> true));
  }

  @Test
  void areRefusedAlikeForANameThatNobodyHas() {
    exhaust("nobody");
    assertEquals(Result.BLOCKED, guesses.judge(another(), "nobody", () -> fail("looked at")));
  }

  @Test
  void doNotKeepOutWhoIsOnThisMachine() {
    exhaust("ada");
    assertEquals(Result.RIGHT, guesses.judge(HERE, "ada", () -> true));
  }

  @Test
  void doNotCountWhenTheyAreRight() {
    for (int i = 0; i < 3 * GuessedNames.MOST; i++) {
      assertEquals(Result.RIGHT, guesses.judge(another(), "ada", () -> true));
    }
  }

  @Test
  void doNotCountForTheNameWhenTheAddressIsBlocked() {
    ClientAddress one = another();
    for (int i = 0; i < 3 * GuessedNames.MOST; i++) {
      guesses.judge(one, "ada", () -> false);
    }
    assertEquals(Result.WRONG, guesses.judge(another(), "ada", () -> false));
  }

  private void exhaust(String name) {
    for (int i = 0; i < GuessedNames.MOST; i++) {
      assertEquals(Result.WRONG, guesses.judge(another(), name, () -> false));
    }
  }

  private static ClientAddress another() {
    addresses++;
    String ip = "198.51." + addresses / 250 + "." + (addresses % 250 + 1);
    return new ClientAddress(ClientIp.parse(ip), false, true);
  }
}
