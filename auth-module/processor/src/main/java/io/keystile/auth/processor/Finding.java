package io.keystile.auth.processor;

import io.micronaut.inject.ast.Element;

/** What a rule has to say about one element. */
record Finding(Level level, String message, Element element) {

  enum Level {
    ERROR,
    WARNING
  }

  static Finding error(Element element, String message) {
    return new Finding(Level.ERROR, message, element);
  }

  static Finding warning(Element element, String message) {
    return new Finding(Level.WARNING, message, element);
  }
}
