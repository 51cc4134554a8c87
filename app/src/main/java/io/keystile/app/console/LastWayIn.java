package io.keystile.app.console;

import io.keystile.auth.keys.Confirmation;
import java.util.Set;

/** The question whether the last key that may manage is really to go. */
public final class LastWayIn {

  /** The box that answers it, in forms that ask nothing else. */
  public static final String FIELD = "confirmLast";

  /** What speaks against it. */
  public static final String OBJECTION =
      "Afterwards no usable key would have the scope keystile:admin.";

  private LastWayIn() {}

  /** What was confirmed by the box. */
  public static Set<Confirmation> confirmed(Form form) {
    return form.has(FIELD) ? Set.of(Confirmation.LAST_WAY_IN) : Set.of();
  }
}
