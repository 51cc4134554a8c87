package io.keystile.auth.management;

import io.keystile.auth.ApiKeyId;
import io.micronaut.http.HttpStatus;

/** Ids in paths. */
final class Ids {

  private Ids() {}

  /**
   * The id of a key.
   *
   * @throws RefusedException when the text cannot be one: then nothing is there
   */
  static ApiKeyId key(String text) {
    try {
      return new ApiKeyId(text);
    } catch (IllegalArgumentException e) {
      throw new RefusedException(
          HttpStatus.NOT_FOUND, "key_not_found", "There is no key with this id.");
    }
  }
}
