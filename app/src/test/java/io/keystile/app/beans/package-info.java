@NullMarked
package io.keystile.app.beans;

import org.jspecify.annotations.NullMarked;
