package io.keystile.auth.limit;

import java.time.Duration;

/**
 * Application event: an address has presented too many wrong keys and is refused from now on.
 * Published from a thread of its own; listeners may take their time, but while one does, at most a
 * thousand further events wait and the rest are left out.
 *
 * @param block the address, until when, and the level
 * @param length how long the block is
 * @since 0.1
 */
public record AddressBlocked(BlockedAddress block, Duration length) {}
