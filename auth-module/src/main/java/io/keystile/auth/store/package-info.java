/** The data source of our own, its migrations, and the feed of changes made by any process. */
@NullMarked
package io.keystile.auth.store;

import org.jspecify.annotations.NullMarked;
