package io.keystile.bridge.capture;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line of the file.
 *
 * @param at when, ISO 8601 in UTC
 * @param exchange the same for all that belongs to one request of a client
 * @param leg {@code client} between client and bridge, {@code upstream} between bridge and server
 * @param kind {@code request}, {@code response}, {@code body}, {@code frame} of a stream, {@code
 *     end} of it, {@code failure}, or {@code dropped}
 * @param keyId the id of the caller's key
 * @param keyName its name
 * @param headers with {@code ****} for what is secret
 * @param body without keys, perhaps cut; absent when it is packed
 * @param bytes how long the body really is; of {@code dropped}, how many lines are missing
 */
@Serdeable
record CaptureLine(
    String at,
    @Nullable String exchange,
    @Nullable String leg,
    String kind,
    @Nullable String keyId,
    @Nullable String keyName,
    @Nullable String method,
    @Nullable String target,
    @Nullable Integer status,
    @Nullable Map<String, List<String>> headers,
    @Nullable String body,
    @Nullable Long bytes) {}
