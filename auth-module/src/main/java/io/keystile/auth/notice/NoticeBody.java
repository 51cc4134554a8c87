package io.keystile.auth.notice;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Notices as the webhook tells them. */
final class NoticeBody {

  private NoticeBody() {}

  static WebhookEvent of(KeyNotice notice) {
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    data.put("key", key(notice.key()));
    if (notice instanceof KeyNotice.Expiring expiring) {
      data.put("expiresAt", expiring.expiresAt().toString());
      data.put("days", expiring.days());
    } else if (notice instanceof KeyNotice.QuotaUsed quota) {
      data.put("quota", quota.quota());
      data.put("percent", quota.percent());
      data.put("used", quota.used());
      data.put("resetsAt", quota.resetsAt().toString());
    } else if (notice instanceof KeyNotice.Unused unused) {
      data.put("unusedSince", unused.since().toString());
    }
    return new WebhookEvent(notice.id(), notice.type(), notice.at(), data);
  }

  static Map<String, @Nullable Object> key(NoticedKey key) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("id", key.id().value());
    fields.put("name", key.name());
    fields.put("hint", key.hint());
    fields.put("owner", key.owner());
    return fields;
  }
}
