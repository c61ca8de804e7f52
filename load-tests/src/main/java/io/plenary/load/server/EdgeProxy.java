package io.plenary.load.server;

import io.plenary.load.Lab;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A proxy of the machine with the configuration of src/deploy/proxy. What is changed in it is where
 * it listens, without TLS, and where the server is.
 */
public final class EdgeProxy implements AutoCloseable {
  private static final long READY_MS = 10_000;

  /** The proxies there are files for. */
  public enum Product {
    NGINX("nginx", "nginx.conf", "-v"),
    HAPROXY("haproxy", "haproxy.cfg", "-v"),
    CADDY("caddy", "Caddyfile", "version");

    public final String word;
    private final String file;
    private final String version;

    Product(String word, String file, String version) {
      this.word = word;
      this.file = file;
      this.version = version;
    }

    /** The first line it says of itself; null when it is not installed. */
    public String version() throws IOException, InterruptedException {
      try {
        Process process = new ProcessBuilder(word, version).redirectErrorStream(true).start();
        String said =
            new String(process.getInputStream().readAllBytes()).lines().findFirst().orElse("");
        return process.waitFor() == 0 ? said : null;
      } catch (IOException missing) {
        return null;
      }
    }
  }

  private final Process process;
  private final int port;
  private final Path log;

  /**
   * @param to the port of what stands behind it
   */
  public EdgeProxy(Lab lab, Product product, int to) throws IOException, InterruptedException {
    Path folder = lab.fresh(product.word);
    port = lab.port();
    log = folder.resolve("log");
    Path file = folder.resolve(product.file);
    String shipped =
        Files.readString(lab.project.resolve("src/deploy/proxy").resolve(product.file));
    Files.writeString(
        file, adapted(product, shipped, folder).replace("127.0.0.1:8080", "127.0.0.1:" + to));
    ProcessBuilder builder =
        new ProcessBuilder(command(product, folder, file))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().put("XDG_DATA_HOME", folder.toString());
    builder.environment().put("XDG_CONFIG_HOME", folder.toString());
    process = builder.start();
    lab.children.note(process.toHandle());
    awaitReady();
  }

  private String adapted(Product product, String shipped, Path folder) {
    return switch (product) {
      case NGINX ->
          "worker_rlimit_nofile 65536;\npid %s/pid;\nerror_log %s/log warn;\n"
                  .formatted(folder, folder)
              + (System.getProperty("user.name").equals("root") ? "user root;\n" : "")
              + "events { worker_connections 8192; }\nhttp {\naccess_log off;\n"
              + shipped
                  .replaceAll("(?s)server \\{\\s+listen 80;.*?\\n}\\n", "")
                  .replaceAll("(?m)^\\s*ssl_.*\\n", "")
                  .replace("listen 443 ssl http2;", "listen 127.0.0.1:" + port + ";")
              + "}\n";
      case HAPROXY ->
          shipped
              .replaceAll("(?m)^\\s*bind :80\\n", "")
              .replaceAll("(?m)^\\s*http-request redirect.*\\n", "")
              // As many as the machine of a test may have open.
              .replace("maxconn 20000", "maxconn 4000")
              .replaceAll("bind :443.*", "bind 127.0.0.1:" + port);
      case CADDY ->
          "{\n\tadmin off\n}\n"
              + shipped.replace("vote.example.org {", "http://127.0.0.1:" + port + " {");
    };
  }

  private static List<String> command(Product product, Path folder, Path file) {
    return switch (product) {
      case NGINX ->
          List.of("nginx", "-p", folder.toString(), "-c", file.toString(), "-g", "daemon off;");
      case HAPROXY -> List.of("haproxy", "-db", "-f", file.toString());
      case CADDY -> List.of("caddy", "run", "--config", file.toString(), "--adapter", "caddyfile");
    };
  }

  private void awaitReady() throws IOException, InterruptedException {
    long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(READY_MS);
    while (true) {
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
        return;
      } catch (IOException notYet) {
        if (!process.isAlive() || System.nanoTime() > until) {
          close();
          throw new IOException(
              "the proxy is not ready; it says:\n" + Files.readString(log), notYet);
        }
        Thread.sleep(20);
      }
    }
  }

  public int port() {
    return port;
  }

  public long pid() {
    return process.pid();
  }

  @Override
  public void close() {
    Children.end(process.toHandle(), 5_000);
  }
}
