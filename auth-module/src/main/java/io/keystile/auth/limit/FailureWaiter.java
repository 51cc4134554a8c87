package io.keystile.auth.limit;

import io.keystile.auth.Verdict;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * A call that waits until its address has a place left.
 *
 * @param key whose places
 * @param deadline until when it waits, in milliseconds since the epoch
 * @param evaluation what is to be done in the place
 * @param answer what the caller gets
 */
record FailureWaiter(
    long key,
    long deadline,
    Supplier<? extends CompletionStage<Verdict>> evaluation,
    CompletableFuture<Verdict> answer) {}
