package io.keystile.bench.bridge;

import io.keystile.bench.server.Ports;
import io.keystile.bench.server.Probe;
import io.keystile.bench.server.ServerProcess;
import io.keystile.bench.suite.Lab;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * nginx, set up to do the bridge's work as cheaply as it can: the keys in a map, connections to the
 * model server kept, as many workers as cores, no access log. Whole answers are buffered; streams
 * ask by a header not to be.
 */
final class Nginx {

  private static final String CONFIGURATION =
      """
      worker_processes auto;
      daemon off;
      pid nginx.pid;
      error_log error.log error;
      events {
        worker_connections 4096;
      }
      http {
        access_log off;
        client_body_temp_path body;
        proxy_temp_path proxy;
        fastcgi_temp_path fastcgi;
        uwsgi_temp_path uwsgi;
        scgi_temp_path scgi;
        keepalive_requests 1000000000;
        map_hash_max_size 65536;
        map_hash_bucket_size 256;
        map $http_authorization $known {
          default 0;
      %s
        }
        upstream model {
          server 127.0.0.1:%d;
          keepalive 512;
          keepalive_requests 1000000000;
        }
        server {
          listen 127.0.0.1:%d backlog=1024;
          location / {
            if ($known = 0) {
              return 401;
            }
            proxy_pass http://model;
            proxy_http_version 1.1;
            proxy_set_header Connection "";
            proxy_set_header Authorization "Bearer %s";
          }
        }
      }
      """;

  private Nginx() {}

  static ServerProcess start(Lab lab, List<String> keys, InetSocketAddress model)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory(lab.scratch(), "nginx");
    Path file = folder.resolve("nginx.conf");
    int port = Ports.free();
    Files.writeString(file, configuration(port, keys, model));
    ProcessBuilder command =
        new ProcessBuilder(
            "nginx", "-p", folder.toString(), "-e", "error.log", "-c", file.toString());
    return ServerProcess.start(lab.children(), command, port, Probe.ANY, lab.newLog());
  }

  private static String configuration(int port, List<String> keys, InetSocketAddress model) {
    String map =
        keys.stream().map(key -> "    \"Bearer " + key + "\" 1;").collect(Collectors.joining("\n"));
    return CONFIGURATION.formatted(map, model.getPort(), port, Chat.MODEL_KEY);
  }
}
