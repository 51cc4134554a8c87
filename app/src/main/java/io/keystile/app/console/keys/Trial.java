package io.keystile.app.console.keys;

import io.keystile.auth.verify.Explanation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The question what would happen to a key, and the answer.
 *
 * @param address from where, as it was typed
 * @param route to which route, as it stands in {@code routes}; empty for one that asks for no scope
 * @param at when, as it was typed; empty for now
 * @param zone the time zone of that
 * @param routes what can be chosen
 * @param answer what would happen, or null when nothing was asked
 */
public record Trial(
    String address,
    String route,
    String at,
    String zone,
    List<String> routes,
    @Nullable Explanation answer) {}
