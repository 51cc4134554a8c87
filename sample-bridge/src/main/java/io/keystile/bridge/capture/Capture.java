package io.keystile.bridge.capture;

import io.keystile.auth.ApiKey;
import io.keystile.auth.redact.Redactor;
import io.keystile.auth.settings.Live;
import io.keystile.auth.web.ReadingConfiguration;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Begins the record of a request. Made at the start, so that nobody captures unawares. */
@Context
@Requires(beans = CaptureConfiguration.class)
final class Capture {

  private static final Logger LOG = LoggerFactory.getLogger("keystile.capture");
  private static final String PARAMETER = "api_key";
  private static final List<String> SECRET_HEADERS =
      List.of(
          "authorization",
          "proxy-authorization",
          "x-api-key",
          "api-key",
          "x-goog-api-key",
          "cookie",
          "set-cookie");

  private final CaptureWriter writer;
  private final Clock clock;
  private final int maxBody;
  private final Live<Set<String>> secretHeaders;

  Capture(
      CaptureConfiguration configuration,
      Live<ReadingConfiguration> reading,
      CaptureWriter writer,
      Clock clock) {
    this.writer = writer;
    this.clock = clock;
    this.maxBody = (int) configuration.maxBody();
    this.secretHeaders = reading.map(now -> secretHeaders(now.headers()));
    LOG.warn(
        "Requests and answers are written to {}, with all they hold but keys; unset"
            + " keystile.bridge.capture.file when it is not needed any more",
        configuration.file());
  }

  CapturedExchange begin(HttpRequest<?> request) {
    ApiKey key = request.getUserPrincipal(ApiKey.class).orElse(null);
    Draft.Caller caller =
        new Draft.Caller(
            UUID.randomUUID().toString(),
            key == null ? null : key.id().toString(),
            key == null ? null : key.name(),
            Redactor.ofProcess().toBuilder().values(secretsOf(request)).build(),
            secretHeaders.get());
    return new CapturedExchange(writer, clock, caller, maxBody + Draft.MARGIN);
  }

  private static Set<String> secretHeaders(List<String> configured) {
    Set<String> names = new HashSet<>(SECRET_HEADERS);
    configured.forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
    return Set.copyOf(names);
  }

  /** An imported key looks like nothing in particular: it is known only by where it stands. */
  private List<String> secretsOf(HttpRequest<?> request) {
    List<String> secrets = new ArrayList<>(request.getParameters().getAll(PARAMETER));
    HttpHeaders headers = request.getHeaders();
    for (String name : secretHeaders.get()) {
      for (String value : headers.getAll(name)) {
        secrets.add(value.strip());
        secrets.add(value.strip().substring(value.strip().indexOf(' ') + 1).strip());
      }
    }
    return secrets;
  }
}
