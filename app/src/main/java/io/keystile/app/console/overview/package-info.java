/** The first page of the console: what happened lately, and what to do about it. */
@NullMarked
package io.keystile.app.console.overview;

import org.jspecify.annotations.NullMarked;
