/**
 * The commands that read the audit log: list, verify, export; and the one that lets old rows go.
 */
@NullMarked
package io.keystile.app.audit;

import org.jspecify.annotations.NullMarked;
