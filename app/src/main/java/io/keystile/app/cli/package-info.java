/** What every command shares: the streams, the exit codes, the store and the configuration. */
@NullMarked
package io.keystile.app.cli;

import org.jspecify.annotations.NullMarked;
