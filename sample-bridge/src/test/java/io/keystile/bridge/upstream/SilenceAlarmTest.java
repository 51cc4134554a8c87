package io.keystile.bridge.upstream;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.netty.channel.EventLoop;
import io.netty.channel.embedded.EmbeddedChannel;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SilenceAlarmTest {

  private final EmbeddedChannel channel = new EmbeddedChannel();
  private final EventLoop loop = channel.eventLoop();
  private final SilenceAlarm alarm =
      new SilenceAlarm(Duration.ofSeconds(10), Duration.ofSeconds(4));
  private int rings;

  @BeforeEach
  void stopTheClock() {
    channel.freezeTime();
  }

  @AfterEach
  void close() {
    channel.finishAndReleaseAll();
  }

  @Test
  void ringsWhenNoAnswerBegins() {
    waitForAnswer();
    pass(9);
    assertEquals(0, rings);
    pass(1);
    assertEquals(1, rings);
    pass(60);
    assertEquals(1, rings);
  }

  @Test
  void doesNotRingWhenItIsOff() {
    waitForAnswer();
    alarm.off();
    pass(60);
    assertEquals(0, rings);
  }

  @Test
  void givesTheNextCallItsWholeTime() {
    waitForAnswer();
    pass(3);
    alarm.off();
    waitForAnswer();
    pass(9);
    assertEquals(0, rings);
    pass(1);
    assertEquals(1, rings);
  }

  @Test
  void ringsSoonerWithinAnAnswer() {
    waitForAnswer();
    alarm.off();
    waitForMore();
    alarm.listen(loop);
    pass(3);
    assertEquals(0, rings);
    pass(1);
    assertEquals(1, rings);
  }

  @Test
  void doesNotRingWhileSomethingComes() {
    waitForMore();
    for (int i = 0; i < 20; i++) {
      alarm.listen(loop);
      pass(3);
      waitForMore();
    }
    assertEquals(0, rings);
  }

  @Test
  void doesNotRingWhileNobodyListens() {
    waitForMore();
    pass(60);
    assertEquals(0, rings);
    alarm.listen(loop);
    pass(8);
    assertEquals(1, rings);
  }

  @Test
  void keepsNoTimerForAClosedConnection() {
    waitForAnswer();
    alarm.close();
    assertEquals(-1, channel.runScheduledPendingTasks());
    pass(60);
    assertEquals(0, rings);
  }

  @Test
  void keepsOneTimerForManyCalls() {
    for (int i = 0; i < 100; i++) {
      waitForAnswer();
      alarm.off();
    }
    pass(10);
    assertEquals(-1, channel.runScheduledPendingTasks());
    assertEquals(0, rings);
  }

  private void waitForAnswer() {
    alarm.waitForAnswer(loop, () -> rings++);
  }

  private void waitForMore() {
    alarm.waitForMore(loop, () -> rings++);
  }

  private void pass(int seconds) {
    for (int i = 0; i < seconds; i++) {
      channel.advanceTimeBy(1, TimeUnit.SECONDS);
      channel.runScheduledPendingTasks();
    }
  }
}
