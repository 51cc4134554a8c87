package io.keystile.app.serve;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Runs from the first bytes of a request's head to its last. Most heads come whole with one read,
 * and need no timer. Stands before the HTTP codec of one connection, {@link HeadEnd} behind it;
 * both are called by that connection's thread only.
 */
final class RequestHeadTimer extends ChannelInboundHandlerAdapter {

  private final Duration timeout;
  private boolean inHead;
  private boolean inBody;
  private @Nullable Future<?> closing;

  RequestHeadTimer(Duration timeout) {
    this.timeout = timeout;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object bytes) {
    inHead = !inBody;
    context.fireChannelRead(bytes);
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext context) {
    if (inHead && closing == null) {
      Runnable close =
          () -> {
            var unused = context.close();
          };
      closing = context.executor().schedule(close, timeout.toMillis(), TimeUnit.MILLISECONDS);
    }
    context.fireChannelReadComplete();
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    cancel();
    context.fireChannelInactive();
  }

  private void cancel() {
    if (closing != null) {
      closing.cancel(false);
      closing = null;
    }
  }

  /** Sees the messages that the codec made of the bytes. */
  final class HeadEnd extends ChannelInboundHandlerAdapter {

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      if (message instanceof HttpRequest) {
        cancel();
        inHead = false;
        inBody = true;
      }
      if (message instanceof LastHttpContent) {
        inBody = false;
      }
      context.fireChannelRead(message);
    }
  }
}
