/**
 * How often each key was used, and when and from where last: counted in memory, written in batches.
 */
@NullMarked
package io.keystile.auth.usage;

import org.jspecify.annotations.NullMarked;
