package io.keystile.app.console.help;

import io.keystile.auth.Reason;
import java.util.List;
import java.util.Optional;

/**
 * What a refusal means and what mends it, in the words of people; immutable.
 *
 * @param reason what the caller is told
 * @param meaning what happened
 * @param causes why, the usual first; at least one
 * @param remedy what to do
 * @param links the pages where it is done
 */
public record RefusalHelp(
    Reason reason, String meaning, List<String> causes, String remedy, List<Link> links) {

  /**
   * Where something is done.
   *
   * @param text what the link says
   * @param path a path of the console
   */
  public record Link(String text, String path) {}

  private static final List<RefusalHelp> ALL = Reason.ALL.stream().map(RefusalTexts::of).toList();

  /** The help for every reason of the library, in its order. */
  public static List<RefusalHelp> all() {
    return ALL;
  }

  /** The help for a code; nothing for those of an application's own checks. */
  public static Optional<RefusalHelp> find(String code) {
    return ALL.stream().filter(help -> help.reason.code().equals(code)).findFirst();
  }

  /** Where it stands in the console. */
  public String path() {
    return HelpController.PATH + "#" + reason.code();
  }

  /** The body of the refusal, as the OpenAI API has it. */
  public String body() {
    return "{\"error\":{\"message\":\"%s\",\"type\":\"%s\",\"param\":null,\"code\":\"%s\"}}"
        .formatted(reason.message(), reason.type(), reason.code());
  }
}
