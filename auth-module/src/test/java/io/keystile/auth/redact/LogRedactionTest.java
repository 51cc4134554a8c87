package io.keystile.auth.redact;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.slf4j.ILoggerFactory;
import org.slf4j.helpers.NOPLoggerFactory;
import org.slf4j.helpers.SubstituteLoggerFactory;

class LogRedactionTest {

  @Test
  void refusesALogThatIsOnlyJustBeingStarted() {
    ILoggerFactory loggers = new SubstituteLoggerFactory();
    assertThrows(IllegalStateException.class, () -> LogRedaction.enforce(loggers));
  }

  @Test
  void leavesAnotherLogAlone() {
    ILoggerFactory loggers = new NOPLoggerFactory();
    assertDoesNotThrow(() -> LogRedaction.enforce(loggers));
  }
}
