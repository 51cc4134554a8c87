@NullMarked
package io.keystile.app.receipts;

import org.jspecify.annotations.NullMarked;
