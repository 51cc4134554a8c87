package io.keystile.auth.limit;

import java.time.Instant;

/**
 * An address that is refused at the moment, whatever it presents.
 *
 * @param address the address or network
 * @param until the instant at which it is let in again
 * @param level how many blocks in a row this one makes, 1 for the first
 * @since 0.1
 */
public record BlockedAddress(AddressGroup address, Instant until, int level) {}
