/** The HTTP side: reading the key, the filter, and how a refusal looks. */
@NullMarked
package io.keystile.auth.web;

import org.jspecify.annotations.NullMarked;
