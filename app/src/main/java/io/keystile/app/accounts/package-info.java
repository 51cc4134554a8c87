/** The commands on accounts, which own keys. */
@NullMarked
package io.keystile.app.accounts;

import org.jspecify.annotations.NullMarked;
