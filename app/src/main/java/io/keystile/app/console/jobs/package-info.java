/** Work that takes longer than a page may: done beside it, shown as it goes on. */
@NullMarked
package io.keystile.app.console.jobs;

import org.jspecify.annotations.NullMarked;
