package io.keystile.auth.management;

import io.keystile.auth.keys.Confirmation;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What may be sent along with a change besides its body.
 *
 * @param request the request
 * @param ifMatch the version that is to be changed
 * @param confirm what the caller says yes to
 */
@Introspected
record ChangeParameters(
    HttpRequest<?> request,
    @Parameter(description = "The ETag of the version that is to be changed; else 412.")
        @Header(HttpHeaders.IF_MATCH)
        @Nullable String ifMatch,
    @Parameter(
            description =
                "Says yes to what is easily overlooked: last-way-in when no key may be left that"
                    + " can manage keys, open-addresses when a key may become usable from"
                    + " everywhere.")
        @Schema(
            type = "string",
            allowableValues = {"last-way-in", "open-addresses"})
        @QueryValue
        @Nullable String confirm) {

  /** What was sent. */
  record Given(Match match, Set<Confirmation> confirmed) {}

  /**
   * Reads what was sent.
   *
   * @throws io.keystile.auth.management.input.FaultyInputException when anything is wrong
   */
  Given read() {
    Parameters parameters = new Parameters(request);
    Set<Confirmation> confirmed = confirmed(parameters);
    parameters.end();
    return new Given(Match.of(request), confirmed);
  }

  /** The parameter may come once for each. */
  static Set<Confirmation> confirmed(Parameters parameters) {
    Set<Confirmation> confirmed = EnumSet.noneOf(Confirmation.class);
    for (String text : parameters.texts("confirm")) {
      Confirmation one = parameters.parse("confirm", text, ChangeParameters::confirmation);
      if (one != null) {
        confirmed.add(one);
      }
    }
    return confirmed;
  }

  private static Confirmation confirmation(String text) {
    for (Confirmation one : Confirmation.values()) {
      if (one.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(text)) {
        return one;
      }
    }
    throw new IllegalArgumentException("This must be last-way-in or open-addresses.");
  }
}
