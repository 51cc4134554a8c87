/** Tests of the rules for scanners. */
@NullMarked
package io.keystile.app.scanner;

import org.jspecify.annotations.NullMarked;
