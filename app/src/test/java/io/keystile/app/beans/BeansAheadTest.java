package io.keystile.app.beans;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.Test;

class BeansAheadTest {

  private static final String FLAG = BeansAheadTest.class.getName();

  @Test
  void passOverAClassThatIsNotThere() {
    assertDoesNotThrow(() -> new BeansAhead(List.of("no.such.Bean")).load());
  }

  @Test
  void initializeNothing() {
    new BeansAhead(List.of(Noisy.class.getName())).load();
    assertFalse(Boolean.getBoolean(FLAG));
  }

  @Test
  void areNoneOutsideTheJar() {
    assertEquals(List.of(), BeansAhead.ofServer().names());
    assertEquals(List.of(), BeansAhead.ofCommand().names());
  }

  static final class Noisy {

    static {
      System.setProperty(FLAG, "true");
    }
  }
}
