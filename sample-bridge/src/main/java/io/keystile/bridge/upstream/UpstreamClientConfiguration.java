package io.keystile.bridge.upstream;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.client.HttpClientConfiguration;
import io.micronaut.http.client.HttpClientConfiguration.ConnectionPoolConfiguration.ConnectionLocality;
import io.micronaut.http.ssl.ClientSslConfiguration;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the framework's client talks to the server. What it does by default is wrong for a proxy that
 * streams: it follows redirects, unpacks bodies, gives up after ten seconds of silence and limits
 * bodies. The silences are watched by {@link UpstreamConnection} instead.
 */
@Singleton
@Requires(beans = UpstreamConfiguration.class)
final class UpstreamClientConfiguration extends HttpClientConfiguration {

  private static final int PENDING_CONNECTIONS = 256;

  private final ConnectionPoolConfiguration pool = new ConnectionPoolConfiguration();

  UpstreamClientConfiguration(
      UpstreamConfiguration configuration, @Nullable ClientSslConfiguration ssl) {
    setConnectTimeout(configuration.connectTimeout());
    setConnectionPoolIdleTimeout(configuration.keepAlive());
    setReadTimeout(null);
    setFollowRedirects(false);
    setDecompressionEnabled(false);
    setMaxContentLength(Integer.MAX_VALUE);
    setAlpnModes(List.of("http/1.1"));
    if (ssl != null) {
      setSslConfiguration(ssl);
    }
    pool.setConnectionLocality(ConnectionLocality.ENFORCED_IF_SAME_GROUP);
    pool.setMaxPendingConnections(PENDING_CONNECTIONS);
  }

  @Override
  public ConnectionPoolConfiguration getConnectionPoolConfiguration() {
    return pool;
  }
}
