/** What developers write on their controllers and services. */
@NullMarked
package io.keystile.auth.annotation;

import org.jspecify.annotations.NullMarked;
