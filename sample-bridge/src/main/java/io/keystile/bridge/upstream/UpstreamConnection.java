package io.keystile.bridge.upstream;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.timeout.ReadTimeoutException;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Watches one connection to the server: how long it is silent, whether it gives the key away, and
 * when an answer begins and ends. The bytes pass through as they are. Used by the connection's
 * event loop alone.
 */
final class UpstreamConnection extends ChannelDuplexHandler {

  static final String NAME = "keystile-upstream";

  private final SilenceAlarm alarm;
  private final SecretFilter secretFilter;
  private final List<ByteBuf> frames = new ArrayList<>();

  private Phase phase = Phase.UNUSED;
  private boolean informational;
  private @Nullable Relay relay;

  UpstreamConnection(SilenceAlarm alarm, SecretFilter secretFilter) {
    this.alarm = alarm;
    this.secretFilter = secretFilter;
  }

  /** Whoever passes the answer on, from the arrival of its headers. */
  interface Relay {

    /** More of the body is asked for, so the headers have been written. */
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
      alarm.waitForAnswer(ctx.executor(), () -> fail(ctx, ReadTimeoutException.INSTANCE));
    }
    super.write(ctx, message, promise);
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    if (isInformational(message)) {
      ReferenceCountUtil.release(message);
    } else if (message instanceof HttpContent content && secretFilter.finds(content.content())) {
      content.release();
      fail(ctx, new SecretLeakException());
    } else if (message instanceof HttpContent content && !(message instanceof LastHttpContent)) {
      frames.add(content.content());
    } else {
      passFrames(ctx);
      passHeadersOrEnd(ctx, message);
    }
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext ctx) {
    passFrames(ctx);
    if (phase == Phase.ANSWERING) {
      alarm.waitForMore(ctx.executor(), () -> fail(ctx, ReadTimeoutException.INSTANCE));
    }
    ctx.fireChannelReadComplete();
  }

  @Override
  public void read(ChannelHandlerContext ctx) {
    if (phase == Phase.ANSWERING) {
      alarm.listen(ctx.executor());
      if (relay != null) {
        relay.headersWritten();
      }
    }
    ctx.read();
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    passFrames(ctx);
    end();
    alarm.close();
    ctx.fireChannelInactive();
  }

  private void passHeadersOrEnd(ChannelHandlerContext ctx, Object message) {
    if (message instanceof HttpResponse) {
      phase = Phase.ANSWERING;
      alarm.off();
    }
    if (message instanceof LastHttpContent) {
      end();
    }
    ctx.fireChannelRead(message);
  }

  /** What came with one read goes on as one frame, which saves a write for all but one. */
  private void passFrames(ChannelHandlerContext ctx) {
    if (!frames.isEmpty()) {
      ByteBuf[] all = frames.toArray(ByteBuf[]::new);
      frames.clear();
      ctx.fireChannelRead(new DefaultHttpContent(Unpooled.wrappedBuffer(all.length, all)));
    }
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

  private void fail(ChannelHandlerContext ctx, Exception cause) {
    frames.forEach(ByteBuf::release);
    frames.clear();
    end();
    ctx.fireExceptionCaught(cause);
    var unused = ctx.close();
  }

  private void end() {
    phase = Phase.UNUSED;
    alarm.off();
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
