package io.keystile.auth.notice;

/** Notices in a sentence for people. */
final class NoticeText {

  private NoticeText() {}

  static String of(KeyNotice notice) {
    String key = "The key " + notice.key().id() + " (" + notice.key().name() + ") ";
    if (notice instanceof KeyNotice.Expiring expiring) {
      return key + "expires at " + expiring.expiresAt();
    }
    if (notice instanceof KeyNotice.QuotaUsed quota) {
      return key
          + "has used "
          + quota.used()
          + " of its quota "
          + quota.quota()
          + ", which resets at "
          + quota.resetsAt();
    }
    return key + "was not used since " + ((KeyNotice.Unused) notice).since();
  }
}
