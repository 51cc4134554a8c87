/** What can be switched at run time, where each value comes from, and whether it may be changed. */
@NullMarked
package io.keystile.auth.settings;

import org.jspecify.annotations.NullMarked;
