package io.keystile.bench.bridge;

import io.keystile.bench.measure.Load;
import io.keystile.bench.measure.Rounds;
import io.keystile.bench.measure.Sample;
import io.keystile.bench.measure.Sampler;
import io.keystile.bench.measure.Samples;
import io.keystile.bench.measure.Wrk;
import io.keystile.bench.result.Findings;
import io.keystile.bench.server.ServerProcess;
import io.keystile.bench.suite.Lab;
import io.keystile.bench.suite.Suite;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** A guarded chat that is passed on to a model server, against nginx doing the same. */
public final class BridgeSuite implements Suite {

  private static final int KEYS = 1_000;
  private static final int CONNECTIONS = 64;
  private static final String BRIDGE = "bridge";
  private static final String NGINX = "nginx";
  private static final Duration WARM_UP = Duration.ofSeconds(5);

  @Override
  public String name() {
    return BRIDGE;
  }

  @Override
  public Findings run(Lab lab) throws IOException, InterruptedException {
    try (ModelServer model = ModelServer.start();
        Bridge bridge = Bridge.start(lab, model.address());
        ServerProcess nginx = Nginx.start(lab, amongOthers(bridge.key()), model.address())) {
      Route direct = new Route("direct", model.address(), bridge.key());
      Route proxied = new Route(NGINX, addressOf(nginx), bridge.key());
      Route bridged = new Route(BRIDGE, addressOf(bridge.server()), bridge.key());
      Findings findings = new Findings();
      underLoad(lab, bridge, nginx, findings);
      int rounds = longRounds(lab.rounds().count());
      new Latencies(direct, proxied, bridged).measure(rounds, findings);
      new Frames(direct, bridged).measure(rounds, findings);
      return findings;
    }
  }

  /** Fewer, because what is measured in them takes longer than a sample under load. */
  private static int longRounds(int rounds) {
    return Math.max(1, rounds / 3);
  }

  private static void underLoad(Lab lab, Bridge bridge, ServerProcess nginx, Findings findings)
      throws IOException, InterruptedException {
    Path key = Files.writeString(lab.scratch().resolve("caller.txt"), bridge.key());
    Load bridged = Load.answered(BRIDGE, bridge.server(), Chat.PATH, key);
    Load proxied = Load.answered(NGINX, nginx, Chat.PATH, key);
    sampler(lab, "streams.lua", Chat.question("one", 1)).warmUpUntilSteady(bridged, WARM_UP);
    Sampler answers = sampler(lab, "answers.lua", Chat.question());
    answers.warmUpUntilSteady(bridged, WARM_UP);
    Rounds rounds = lab.rounds().with(answers);
    Samples samples = rounds.lasting(WARM_UP, rounds.time()).run(List.of(bridged, proxied));
    findings.figure("bridge_throughput_ratio", samples.ratio(BRIDGE, NGINX, Sample::throughput));
    findings.figure("bridge_cpu_ratio", samples.ratio(BRIDGE, NGINX, Sample::cpuMicros));
    samples.describe(findings);
  }

  private static Sampler sampler(Lab lab, String name, String question) throws IOException {
    Wrk wrk = new Wrk(lab.children(), script(lab, name, question), CONNECTIONS);
    return new Sampler(wrk, lab.children(), lab.log());
  }

  private static Path script(Lab lab, String name, String question) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(BridgeSuite.class.getResourceAsStream("/chat.lua"))) {
      String text = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
      return Files.writeString(lab.scratch().resolve(name), text.replace("QUESTION", question));
    }
  }

  private static List<String> amongOthers(String key) {
    List<String> keys = new ArrayList<>();
    for (int i = 1; i < KEYS; i++) {
      keys.add("ks_" + UUID.randomUUID());
    }
    keys.add(key);
    return keys;
  }

  private static InetSocketAddress addressOf(ServerProcess server) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), server.at("/").getPort());
  }
}
