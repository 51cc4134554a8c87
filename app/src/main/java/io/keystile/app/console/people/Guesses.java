package io.keystile.app.console.people;

import io.keystile.auth.Reason;
import io.keystile.auth.Verdict;
import io.keystile.auth.limit.BruteForceGuard;
import io.keystile.auth.web.ClientAddress;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;

/**
 * Looks at what somebody typed to prove who they are. What is wrong counts like a wrong key; an
 * address with too many of either is refused, and so is a name with too many from everywhere but
 * this machine. Safe for several threads; blocks.
 */
@Singleton
public final class Guesses {

  /** What came of one. */
  public enum Result {
    RIGHT,
    WRONG,
    /** Too many before it; it was not looked at. */
    BLOCKED
  }

  /** Said to those who are blocked. */
  public static final String TOO_MANY = "Too many attempts. Try again later.";

  private static final Verdict WRONG = Verdict.Rejected.of(Reason.INVALID_API_KEY);
  // To the guard any verdict but that of a wrong key means that nothing was guessed.
  private static final Verdict RIGHT = Verdict.Rejected.of(Reason.MISSING_AUTHORIZATION);

  private final BruteForceGuard guard;
  private final GuessedNames names;

  Guesses(BruteForceGuard guard, GuessedNames names) {
    this.guard = guard;
    this.names = names;
  }

  /**
   * Looks at a guess about somebody unless the client, or all clients together, made too many.
   *
   * @param name who it is about; nobody needs to have it
   * @param look tells whether it is right; called once at most
   */
  public Result judge(ClientAddress client, String name, BooleanSupplier look) {
    // Whoever is on this machine can get in when others keep the name blocked.
    if (client.local()) {
      return judge(client, look);
    }
    if (!names.take(name)) {
      return Result.BLOCKED;
    }
    Result result = judge(client, look);
    if (result != Result.WRONG) {
      names.giveBack(name);
    }
    return result;
  }

  /**
   * Looks at a guess unless the client made too many.
   *
   * @param look tells whether it is right; called once at most
   */
  public Result judge(ClientAddress client, BooleanSupplier look) {
    if (guard.refusal(client.ip(), client.local()) != null) {
      return Result.BLOCKED;
    }
    CompletionStage<Verdict> verdict =
        guard.evaluate(
            client.ip(),
            client.local(),
            () -> CompletableFuture.completedFuture(look.getAsBoolean() ? RIGHT : WRONG));
    Result result = resultOf(verdict.toCompletableFuture().join());
    if (result == Result.RIGHT) {
      guard.succeeded(client.ip(), client.local());
    }
    return result;
  }

  private static Result resultOf(Verdict verdict) {
    if (verdict.equals(RIGHT)) {
      return Result.RIGHT;
    }
    return verdict.equals(WRONG) ? Result.WRONG : Result.BLOCKED;
  }
}
