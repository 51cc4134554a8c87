package io.keystile.bridge.upstream;

import io.keystile.bridge.error.ApiException;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.exceptions.ConfigurationException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where the server is. Host and path come from the configuration alone, never from a caller. */
@Context
@Requires(beans = UpstreamConfiguration.class)
final class UpstreamAddress {

  private static final String REQUIREMENT =
      "keystile.bridge.upstream.url must be an http or https URL without credentials, query or"
          + " fragment, such as http://127.0.0.1:9000/v1";

  private final URI base;
  private final URI chatCompletions;
  private final URI models;

  UpstreamAddress(UpstreamConfiguration configuration) {
    this.base = parse(configuration.url());
    this.chatCompletions = URI.create(base + "/chat/completions");
    this.models = URI.create(base + "/models");
  }

  URI chatCompletions() {
    return chatCompletions;
  }

  URI models() {
    return models;
  }

  /** The address of one model; a name that would lead elsewhere is the name of no model. */
  URI model(String name) {
    String[] segments = name.split("/", -1);
    if (Arrays.stream(segments).anyMatch(UpstreamAddress::leadsElsewhere)) {
      throw ApiException.modelNotFound();
    }
    return URI.create(
        Arrays.stream(segments)
            .map(UpstreamAddress::encoded)
            .collect(Collectors.joining("/", base + "/models/", "")));
  }

  /** Whether these are the host and port of the server. */
  boolean isAt(String host, int port) {
    return host.equals(base.getHost()) && port == port();
  }

  private int port() {
    int standard = base.getScheme().equals("https") ? 443 : 80;
    return base.getPort() < 0 ? standard : base.getPort();
  }

  private static boolean leadsElsewhere(String segment) {
    return segment.isEmpty() || segment.equals(".") || segment.equals("..");
  }

  private static String encoded(String segment) {
    return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static URI parse(@Nullable String url) {
    try {
      URI parsed = new URI(url == null ? "" : url.strip().replaceFirst("/+$", ""));
      if (isUsable(parsed)) {
        return parsed;
      }
    } catch (URISyntaxException e) {
      // The message of the exception repeats the value, which may hold a password.
    }
    throw new ConfigurationException(REQUIREMENT);
  }

  private static boolean isUsable(URI url) {
    return ("http".equals(url.getScheme()) || "https".equals(url.getScheme()))
        && url.getHost() != null
        && url.getRawUserInfo() == null
        && url.getRawQuery() == null
        && url.getRawFragment() == null;
  }
}
