package io.keystile.app.settings;

import io.keystile.app.cli.Answers;
import io.keystile.app.cli.Streams;
import io.keystile.auth.web.RouteProtections;
import io.micronaut.context.ApplicationContext;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code keystile routes}. */
@Command(
    name = "routes",
    description = "Lists every route of the server: guarded, open on purpose, or open.")
public final class RoutesCommand implements Callable<Integer> {

  @Mixin private final Answers answers = Answers.ofServer();

  private final Streams streams;

  public RoutesCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    return answers.print(
        streams, RoutesCommand::routes, RoutesCommand::lines, RouteJson.Items::new);
  }

  private static List<RouteJson> routes(ApplicationContext context) {
    return context.getBean(RouteProtections.class).all().stream().map(RouteJson::of).toList();
  }

  private static String lines(List<RouteJson> routes) {
    return routes.stream().map(RouteJson::line).collect(Collectors.joining("\n"));
  }
}
