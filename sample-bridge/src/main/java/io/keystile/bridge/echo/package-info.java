/** The backend that needs nothing: it answers with the last user message. */
@NullMarked
package io.keystile.bridge.echo;

import org.jspecify.annotations.NullMarked;
