/** Child processes: started, awaited, looked at, and always stopped. */
@NullMarked
package io.keystile.bench.server;

import org.jspecify.annotations.NullMarked;
