/**
 * The audit log in the console: search, each row, whether it is intact, and all of it to take away.
 */
@NullMarked
package io.keystile.app.console.audit;

import org.jspecify.annotations.NullMarked;
