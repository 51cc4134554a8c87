/** What the server tells about itself: metrics for Prometheus, and its health. */
@NullMarked
package io.keystile.app.observe;

import org.jspecify.annotations.NullMarked;
