package io.keystile.bridge.upstream;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.timeout.ReadTimeoutException;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Watches one connection to the server: how long it is silent, whether it gives the key away, and
 * when an answer begins and ends. Frames pass through as they are. Used by the connection's event
 * loop alone.
 */
final class UpstreamConnection extends ChannelDuplexHandler {

  static final String NAME = "keystile-upstream";

  private final long firstByteNanos;
  private final long idleNanos;
  private final SecretFilter secretFilter;

  private Phase phase = Phase.UNUSED;
  private boolean informational;
  private boolean reading;
  private long readingSince;
  private @Nullable ScheduledFuture<?> alarm;
  private @Nullable Relay relay;

  UpstreamConnection(Duration firstByteTimeout, Duration idleTimeout, SecretFilter secretFilter) {
    this.firstByteNanos = firstByteTimeout.toNanos();
    this.idleNanos = idleTimeout.toNanos();
    this.secretFilter = secretFilter;
  }

  /** Whoever passes the answer on, from the arrival of its headers. */
  interface Relay {

    /** The first bytes of the body are asked for, so the headers have been written. */
    void headersWritten();

    /** Nothing more comes, be it the end of the answer or of the connection. */
    void ended();
  }

  void attach(Relay newRelay) {
    if (phase == Phase.UNUSED) {
      newRelay.ended();
    } else {
      relay = newRelay;
    }
  }

  @Override
  public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise)
      throws Exception {
    if (message instanceof HttpRequest) {
      phase = Phase.WAITING;
      secretFilter.reset();
      setAlarm(ctx, firstByteNanos);
    }
    super.write(ctx, message, promise);
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    if (isInformational(message)) {
      ReferenceCountUtil.release(message);
      return;
    }
    if (message instanceof HttpResponse) {
      phase = Phase.ANSWERING;
      reading = false;
      cancelAlarm();
    }
    if (message instanceof HttpContent content && secretFilter.finds(content.content())) {
      content.release();
      fail(ctx, new SecretLeakException());
      return;
    }
    if (message instanceof LastHttpContent) {
      end();
    }
    ctx.fireChannelRead(message);
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext ctx) {
    reading = false;
    if (phase == Phase.ANSWERING && alarm == null) {
      setAlarm(ctx, idleNanos);
    }
    ctx.fireChannelReadComplete();
  }

  @Override
  public void read(ChannelHandlerContext ctx) {
    if (phase == Phase.ANSWERING) {
      reading = true;
      readingSince = System.nanoTime();
      if (relay != null) {
        relay.headersWritten();
      }
    }
    ctx.read();
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    end();
    ctx.fireChannelInactive();
  }

  /** A 1xx answer precedes the real one and comes with an empty end of its own. */
  private boolean isInformational(Object message) {
    if (message instanceof HttpResponse response) {
      informational =
          response.status().codeClass() == HttpStatusClass.INFORMATIONAL
              && response.status().code() != 101;
    }
    return informational;
  }

  private void setAlarm(ChannelHandlerContext ctx, long nanos) {
    cancelAlarm();
    alarm = ctx.executor().schedule(() -> ring(ctx), nanos, TimeUnit.NANOSECONDS);
  }

  private void cancelAlarm() {
    if (alarm != null) {
      alarm.cancel(false);
      alarm = null;
    }
  }

  /** While the caller is slow nothing is read, and the server is not to blame for the silence. */
  private void ring(ChannelHandlerContext ctx) {
    long silent = reading ? System.nanoTime() - readingSince : 0;
    if (phase == Phase.WAITING || silent >= idleNanos) {
      fail(ctx, ReadTimeoutException.INSTANCE);
    } else if (phase == Phase.ANSWERING) {
      setAlarm(ctx, idleNanos - silent);
    }
  }

  private void fail(ChannelHandlerContext ctx, Exception cause) {
    end();
    ctx.fireExceptionCaught(cause);
    var unused = ctx.close();
  }

  private void end() {
    phase = Phase.UNUSED;
    cancelAlarm();
    if (relay != null) {
      Relay last = relay;
      relay = null;
      last.ended();
    }
  }

  private enum Phase {
    UNUSED,
    WAITING,
    ANSWERING
  }
}
