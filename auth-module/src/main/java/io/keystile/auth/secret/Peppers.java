package io.keystile.auth.secret;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The peppers at hand: the one for new rows and older ones that still check old rows. */
@Singleton
final class Peppers {

  private static final String CURRENT = "keystile.keys.pepper";
  private static final String OLDER = "keystile.keys.older-peppers";

  private final @Nullable Pepper current;
  private final List<Pepper> older;

  Peppers(SecretSettings settings) {
    this.current = settings.find(CURRENT).map(Pepper::of).orElse(null);
    this.older =
        settings.find(OLDER).map(list -> list.split("\\s*[,\\n]\\s*")).stream()
            .flatMap(Stream::of)
            .filter(text -> !text.isBlank())
            .map(Pepper::of)
            .toList();
  }

  @Nullable Pepper current() {
    return current;
  }

  List<Pepper> older() {
    return older;
  }
}
