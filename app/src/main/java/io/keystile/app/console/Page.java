package io.keystile.app.console;

/**
 * What a template shows: a record with everything that it needs. Page records are public, since
 * templates are compiled into a package of their own.
 */
public interface Page {

  /** The template under {@code src/main/jte}, such as {@code keys/list.jte}. */
  String template();

  /** The heading, and the title of the browser's tab. */
  String title();

  /** Where it stands in the navigation. */
  Section section();
}
