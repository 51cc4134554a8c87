package io.keystile.auth.notice;

import io.keystile.auth.secret.SecretSettings;
import io.micronaut.context.exceptions.ConfigurationException;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Signs what the webhook is told, so that its receiver knows who says it. Never prints itself. */
@Singleton
final class WebhookSecret {

  private static final String SECRET = "keystile.webhook.secret";
  private static final String HMAC = "HmacSHA256";
  private static final int MIN_LENGTH = 32;

  private final @Nullable SecretKeySpec key;

  WebhookSecret(SecretSettings settings) {
    this.key =
        settings
            .find(SECRET)
            .map(text -> new SecretKeySpec(text.getBytes(StandardCharsets.UTF_8), HMAC))
            .orElse(null);
  }

  /**
   * @throws ConfigurationException when there is none, or it can be guessed
   */
  void require() {
    if (key == null || key.getEncoded().length < MIN_LENGTH) {
      throw new ConfigurationException(
          "keystile.webhook.url needs keystile.webhook.secret with at least 32 characters, in the"
              + " environment or in a file named by keystile.webhook.secret-file; make one with:"
              + " openssl rand -base64 32");
    }
  }

  /** {@code Keystile-Signature} for the body, sent at this second. */
  String sign(long second, String body) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(key);
      byte[] signed = (second + "." + body).getBytes(StandardCharsets.UTF_8);
      return "t=" + second + ",v1=" + HexFormat.of().formatHex(mac.doFinal(signed));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has HMAC-SHA-256", e);
    }
  }
}
