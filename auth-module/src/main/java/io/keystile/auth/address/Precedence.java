package io.keystile.auth.address;

/**
 * Which list wins for an address that is in both.
 *
 * @since 0.1
 */
public enum Precedence {
  /** The allow list: an address in both is allowed. */
  ALLOW,
  /** The deny list: an address in both is refused. */
  DENY
}
