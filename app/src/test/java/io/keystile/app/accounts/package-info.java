/** Tests of the commands on accounts. */
@NullMarked
package io.keystile.app.accounts;

import org.jspecify.annotations.NullMarked;
