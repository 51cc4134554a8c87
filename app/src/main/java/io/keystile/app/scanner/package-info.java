/** Rules for secret scanners. */
@NullMarked
package io.keystile.app.scanner;

import org.jspecify.annotations.NullMarked;
