/** Why a call was refused, for operators: kept by an id that the caller was told. */
@NullMarked
package io.keystile.auth.receipt;

import org.jspecify.annotations.NullMarked;
