/** {@code keystile receipts}: why calls were refused. */
@NullMarked
package io.keystile.app.receipts;

import org.jspecify.annotations.NullMarked;
