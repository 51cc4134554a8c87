package io.keystile.bench.bare;

import io.micronaut.serde.annotation.Serdeable;

/** The small answer that every server gives. */
@Serdeable
record Answer(String message, int number) {

  static final Answer HELLO = new Answer("hello", 42);
}
