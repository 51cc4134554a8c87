package io.keystile.app.serve;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer.ChannelRole;
import io.micronaut.http.server.netty.NettyServerCustomizer.Registry;
import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * Closes a connection whose request line and headers do not arrive in time: a caller that sends a
 * byte now and then is never idle, and would hold it for ever.
 */
@Singleton
final class RequestHeadDeadline implements BeanCreatedEventListener<Registry> {

  private final ServeConfiguration configuration;

  RequestHeadDeadline(ServeConfiguration configuration) {
    this.configuration = configuration;
  }

  @Override
  public Registry onCreated(BeanCreatedEvent<Registry> event) {
    Registry registry = event.getBean();
    registry.register(new Customizer(null));
    return registry;
  }

  private final class Customizer implements NettyServerCustomizer {

    private final @Nullable Channel channel;

    Customizer(@Nullable Channel channel) {
      this.channel = channel;
    }

    @Override
    public NettyServerCustomizer specializeForChannel(Channel specific, ChannelRole role) {
      return role == ChannelRole.CONNECTION ? new Customizer(specific) : this;
    }

    @Override
    public void onStreamPipelineBuilt() {
      if (channel == null) {
        return;
      }
      String codec = ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC;
      ChannelPipeline pipeline = channel.pipeline();
      if (pipeline.context(codec) != null) {
        RequestHeadTimer timer = new RequestHeadTimer(configuration.requestHeadTimeout());
        pipeline.addBefore(codec, "keystile-head-start", timer);
        pipeline.addAfter(codec, "keystile-head-end", timer.new HeadEnd());
      }
    }
  }
}
