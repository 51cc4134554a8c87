package io.keystile.auth.redact;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.encoder.EncoderBase;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A Logback encoder that takes keys out of what another one has written, whatever its form: JSON,
 * patterns, anything that is text.
 *
 * @since 0.1
 */
public final class RedactingEncoder extends EncoderBase<ILoggingEvent> {

  private static final byte[] NOTHING = {};

  private Charset charset = StandardCharsets.UTF_8;
  private @Nullable Encoder<ILoggingEvent> encoder;

  /** The encoder that does the writing; must be set before the start. */
  public void setEncoder(Encoder<ILoggingEvent> encoder) {
    this.encoder = encoder;
  }

  /** The charset that the encoder writes; UTF-8 unless it is set. */
  public void setCharset(Charset charset) {
    this.charset = charset;
  }

  @Override
  public void start() {
    if (encoder == null) {
      addError("RedactingEncoder needs an <encoder> inside");
      return;
    }
    if (!encoder.isStarted()) {
      encoder.setContext(getContext());
      encoder.start();
    }
    super.start();
  }

  @Override
  public void stop() {
    if (encoder != null) {
      encoder.stop();
    }
    super.stop();
  }

  @Override
  public byte[] headerBytes() {
    return encoder == null ? NOTHING : encoder.headerBytes();
  }

  @Override
  public byte[] encode(ILoggingEvent event) {
    byte[] written = encoder == null ? NOTHING : encoder.encode(event);
    if (written == null || written.length == 0) {
      return NOTHING;
    }
    String text = new String(written, charset);
    String redacted = Redactor.redact(text);
    return redacted.equals(text) ? written : redacted.getBytes(charset);
  }

  @Override
  public byte[] footerBytes() {
    return encoder == null ? NOTHING : encoder.footerBytes();
  }
}
