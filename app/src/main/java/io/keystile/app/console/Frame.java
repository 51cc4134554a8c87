package io.keystile.app.console;

import io.keystile.app.console.people.SignedIn;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands around every page.
 *
 * @param title the heading
 * @param section where the page stands
 * @param navigation what the navigation shows
 * @param signedIn who looks, or null when nobody is signed in
 * @param notice what is said once, or null
 * @param open whether the API asks nobody for a key while others than this machine can reach it
 * @param assets the files that pages need
 */
public record Frame(
    String title,
    Section section,
    List<Section> navigation,
    @Nullable SignedIn signedIn,
    @Nullable Notice notice,
    boolean open,
    Assets assets) {

  /** What every form carries; empty when nobody is signed in. */
  public String formToken() {
    return signedIn == null ? "" : signedIn.formToken();
  }

  /** Whether the page is one below the first of its section, so that a way back is shown. */
  public boolean isBelowSection() {
    return signedIn != null
        && section != Section.NONE
        && section != Section.YOU
        && !title.equals(section.label());
  }

  /** Whether who looks may change things. */
  public boolean mayChange() {
    return signedIn != null && signedIn.mayChange();
  }
}
