package io.keystile.app.console.people;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import io.micronaut.context.annotation.Replaces;
import jakarta.inject.Singleton;

/** Stands in for the cost of passwords wherever tests start a server: they hash many. */
@Singleton
@Replaces(PasswordCost.class)
final class CheapPasswordCost extends PasswordCost {

  @Override
  Argon2Function function() {
    return Argon2Function.getInstance(64, 1, 1, LENGTH, Argon2.ID);
  }
}
