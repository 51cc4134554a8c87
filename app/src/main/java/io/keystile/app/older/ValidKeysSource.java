package io.keystile.app.older;

import io.keystile.auth.Scopes;
import io.keystile.auth.keys.EnvironmentKey;
import io.keystile.auth.keys.EnvironmentKeySource;
import io.keystile.auth.secret.KeySecret;
import io.keystile.auth.secret.SecretSettings;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The keys in {@code VALID_API_KEYS}, separated by commas. */
@Singleton
final class ValidKeysSource implements EnvironmentKeySource {

  private static final String VARIABLE = "VALID_API_KEYS";

  private final SecretSettings settings;

  ValidKeysSource(SecretSettings settings) {
    this.settings = settings;
  }

  @Override
  public int getOrder() {
    return 200;
  }

  @Override
  public List<EnvironmentKey> keys() {
    List<String> texts =
        settings.find("valid-api-keys").stream()
            .flatMap(list -> Arrays.stream(list.split(",", -1)))
            .map(String::strip)
            .filter(text -> !text.isEmpty())
            .toList();
    return IntStream.range(0, texts.size())
        .mapToObj(i -> new EnvironmentKey(name(texts, i), KeySecret.of(texts.get(i)), Scopes.ALL))
        .toList();
  }

  private static String name(List<String> texts, int index) {
    return texts.size() == 1 ? VARIABLE : VARIABLE + " " + (index + 1);
  }
}
