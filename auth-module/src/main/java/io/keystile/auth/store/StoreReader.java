package io.keystile.auth.store;

import java.util.concurrent.Executor;

/**
 * Reads single rows fast, one request after the other on a thread of its own, with statements that
 * are kept. Safe for several threads.
 */
public interface StoreReader extends Executor {

  /**
   * Runs the work later, on the thread that reads. It sees every change that was committed before
   * this call. It must not wait for anything, and writes through nothing.
   *
   * @throws java.util.concurrent.RejectedExecutionException when the reader is closed
   */
  @Override
  void execute(Runnable work);

  /**
   * Reads: at once within work given to {@link #execute}, elsewhere as soon as it is this one's
   * turn, for which the caller waits.
   *
   * @param what is read, for the message
   * @throws StoreUnavailableException when the store cannot be read
   */
  <T> T read(String what, StoreRead<T> read);
}
