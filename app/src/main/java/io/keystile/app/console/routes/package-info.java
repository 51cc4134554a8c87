/** Every route of the server, and what guards it. */
@NullMarked
package io.keystile.app.console.routes;

import org.jspecify.annotations.NullMarked;
