/** Tests of the commands on the audit log. */
@NullMarked
package io.keystile.app.audit;

import org.jspecify.annotations.NullMarked;
