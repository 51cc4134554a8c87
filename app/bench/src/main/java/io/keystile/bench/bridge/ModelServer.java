package io.keystile.bench.bridge;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.TimeUnit;

/**
 * A model server that costs next to nothing: one thread answers everybody, whole answers at once
 * and the frames of streams every 20 ms. It understands what this benchmark sends and no more.
 */
final class ModelServer implements Closeable {

  private static final int BACKLOG = 1024;

  private final Selector selector;
  private final ServerSocketChannel listener;
  private final Pacer pacer = new Pacer();
  private final Thread thread = new Thread(this::serve, "model-server");

  private ModelServer(Selector selector, ServerSocketChannel listener) {
    this.selector = selector;
    this.listener = listener;
  }

  /** Listens on a free port of the loopback address. */
  static ModelServer start() throws IOException {
    Selector selector = Selector.open();
    ServerSocketChannel listener = ServerSocketChannel.open();
    listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
    listener.configureBlocking(false);
    listener.register(selector, SelectionKey.OP_ACCEPT);
    ModelServer server = new ModelServer(selector, listener);
    server.thread.setDaemon(true);
    server.thread.start();
    return server;
  }

  InetSocketAddress address() {
    return new InetSocketAddress(
        InetAddress.getLoopbackAddress(), listener.socket().getLocalPort());
  }

  @Override
  public void close() throws IOException {
    selector.close();
    listener.close();
  }

  private void serve() {
    try {
      while (selector.isOpen()) {
        long wait = TimeUnit.NANOSECONDS.toMillis(pacer.untilNext());
        if (wait > 0) {
          selector.select(this::handle, wait);
        } else {
          selector.selectNow(this::handle);
        }
        pacer.sendDue();
      }
    } catch (ClosedSelectorException e) {
      // Closed while it waited, which is the end.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void handle(SelectionKey key) {
    try {
      if (key.isAcceptable()) {
        accept();
      } else if (!((ModelConnection) key.attachment()).read()) {
        ((ModelConnection) key.attachment()).close();
      }
    } catch (IOException e) {
      if (key.attachment() instanceof ModelConnection broken) {
        broken.close();
      }
    }
  }

  private void accept() throws IOException {
    SocketChannel caller = listener.accept();
    if (caller != null) {
      caller.configureBlocking(false);
      caller.socket().setTcpNoDelay(true);
      caller.register(selector, SelectionKey.OP_READ, new ModelConnection(caller, pacer));
    }
  }
}
