package io.keystile.auth.management;

import io.keystile.auth.management.input.Fault;
import io.keystile.auth.management.input.FaultyInputException;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code If-Match} (RFC 9110, section 13.1.1): the versions one of which is to be changed. */
final class Match {

  private static final Pattern TAG = Pattern.compile("\\s*(W/)?\"([\\x21\\x23-\\x7e]*)\"\\s*");
  private static final Pattern VERSION = Pattern.compile("[1-9][0-9]{0,17}");
  private static final Match ANY = new Match(List.of());

  private final List<Long> versions;

  private Match(List<Long> versions) {
    this.versions = versions;
  }

  /** The entity tag of a version. */
  static String tag(long version) {
    return "\"" + version + "\"";
  }

  /**
   * Reads the header of a request.
   *
   * @throws FaultyInputException when it is not a list of entity tags
   */
  static Match of(HttpRequest<?> request) {
    String header = String.join(",", request.getHeaders().getAll(HttpHeaders.IF_MATCH));
    if (header.isEmpty() || header.strip().equals("*")) {
      return ANY;
    }
    List<Long> versions = new ArrayList<>();
    for (String part : header.split(",", -1)) {
      Matcher tag = TAG.matcher(part);
      if (!tag.matches()) {
        throw new FaultyInputException(
            Fault.ofHeader(HttpHeaders.IF_MATCH, "This must be * or entity tags, as in \"3\"."));
      }
      // A weak tag never matches here; neither does one that is not ours.
      boolean ours = tag.group(1) == null && VERSION.matcher(tag.group(2)).matches();
      versions.add(ours ? Long.parseLong(tag.group(2)) : -1);
    }
    return new Match(versions);
  }

  /**
   * The version that has to be there, or nothing when any will do.
   *
   * @param present looks what is there
   * @throws RefusedException when none of them is there
   */
  OptionalLong version(LongSupplier present) {
    if (versions.isEmpty()) {
      return OptionalLong.empty();
    }
    long version = present.getAsLong();
    if (!versions.contains(version)) {
      throw new RefusedException(
          HttpStatus.PRECONDITION_FAILED,
          "version_mismatch",
          "Somebody changed it meanwhile: its version is "
              + tag(version)
              + ". Look at it and try again.");
    }
    return OptionalLong.of(version);
  }
}
