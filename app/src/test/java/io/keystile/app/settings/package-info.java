/** Tests of the commands on settings and routes. */
@NullMarked
package io.keystile.app.settings;

import org.jspecify.annotations.NullMarked;
