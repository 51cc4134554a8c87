package io.keystile.bridge.upstream;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.client.netty.NettyClientCustomizer;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import jakarta.inject.Singleton;
import java.net.InetSocketAddress;

/**
 * Puts an {@link UpstreamConnection} into every connection to the server. The framework has one
 * registry for all its clients, so others are told apart by where they connect to.
 */
@Singleton
@Requires(beans = UpstreamConfiguration.class)
final class UpstreamConnections
    implements BeanCreatedEventListener<NettyClientCustomizer.Registry>, NettyClientCustomizer {

  private final UpstreamAddress address;
  private final UpstreamConfiguration configuration;
  private final ProviderKey key;

  UpstreamConnections(
      UpstreamAddress address, UpstreamConfiguration configuration, ProviderKey key) {
    this.address = address;
    this.configuration = configuration;
    this.key = key;
  }

  @Override
  public NettyClientCustomizer.Registry onCreated(
      BeanCreatedEvent<NettyClientCustomizer.Registry> event) {
    event.getBean().register(this);
    return event.getBean();
  }

  @Override
  public NettyClientCustomizer specializeForBootstrap(Bootstrap bootstrap) {
    return bootstrap.config().remoteAddress() instanceof InetSocketAddress remote
            && address.isAt(remote.getHostString(), remote.getPort())
        ? new ToServer()
        : this;
  }

  private final class ToServer implements NettyClientCustomizer {

    @Override
    public NettyClientCustomizer specializeForChannel(Channel channel, ChannelRole role) {
      return new OneConnection(channel);
    }
  }

  private final class OneConnection implements NettyClientCustomizer {

    private final Channel channel;

    private OneConnection(Channel channel) {
      this.channel = channel;
    }

    @Override
    public void onStreamPipelineBuilt() {
      channel
          .pipeline()
          .addAfter(
              ChannelPipelineCustomizer.HANDLER_HTTP_CLIENT_CODEC,
              UpstreamConnection.NAME,
              new UpstreamConnection(
                  new SilenceAlarm(configuration.firstByteTimeout(), configuration.idleTimeout()),
                  SecretFilter.of(key)));
    }
  }
}
