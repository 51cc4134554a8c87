package io.keystile.app.console.overview;

/** Why a key needs attention; the most urgent first. */
public enum Concern {
  EXPIRING(
      "Ends within 14 days",
      "Whoever uses it is refused from then on. Give it a later end, or make another key.",
      "/console/keys?filter=expiring&sort=expires",
      "edit",
      "Change its end"),
  REFUSED(
      "Refused often",
      "Ten times or more in the last 24 hours: a wrong setting, or somebody who should not have"
          + " it.",
      "/console/refusals?period=day",
      "",
      "See why"),
  UNUSED(
      "Unused for 90 days",
      "A key that nobody watches is the one that is abused. Delete it if nobody needs it.",
      "/console/keys?filter=unused&sort=last-used",
      "delete",
      "Delete"),
  ENDLESS(
      "Without an end",
      "One that leaks works until somebody notices. Give it an end.",
      "/console/keys?filter=active&sort=-expires",
      "edit",
      "Set an end"),
  OLD(
      "Older than 90 days",
      "The longer a secret is in use, the more places have it. Rotate it.",
      "/console/keys?filter=active&sort=created",
      "rotate",
      "Rotate");

  private final String title;
  private final String advice;
  private final String list;
  private final String action;
  private final String label;

  Concern(String title, String advice, String list, String action, String label) {
    this.title = title;
    this.advice = advice;
    this.list = list;
    this.action = action;
    this.label = label;
  }

  /** What is the matter. */
  public String title() {
    return title;
  }

  /** What follows from it, and what to do. */
  public String advice() {
    return advice;
  }

  /** The path of the list of all of them. */
  public String list() {
    return list;
  }

  /** What to do with the key: the last part of a path below that of the key, or empty. */
  public String action() {
    return action;
  }

  /** The same in words. */
  public String label() {
    return label;
  }
}
