/** Pages about accounts, which own keys. */
@NullMarked
package io.keystile.app.console.accounts;

import org.jspecify.annotations.NullMarked;
