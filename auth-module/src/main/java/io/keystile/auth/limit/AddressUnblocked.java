package io.keystile.auth.limit;

/**
 * Application event: an address is let in again. Published like {@link AddressBlocked}, at the
 * latest about a second after the block has ended.
 *
 * @param address the address or network
 * @param byOperator true when it was let in before its time
 * @since 0.1
 */
public record AddressUnblocked(AddressGroup address, boolean byOperator) {}
