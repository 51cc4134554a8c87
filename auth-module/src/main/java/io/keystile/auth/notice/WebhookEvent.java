package io.keystile.auth.notice;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a webhook tells, before it is JSON.
 *
 * @param id names it; a receiver that sees it twice was told twice
 * @param type what happened
 * @param at when
 * @param data texts, numbers and maps of them; never a secret
 */
record WebhookEvent(String id, String type, Instant at, Map<String, @Nullable Object> data) {}
