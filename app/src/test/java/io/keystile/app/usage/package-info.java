@NullMarked
package io.keystile.app.usage;

import org.jspecify.annotations.NullMarked;
