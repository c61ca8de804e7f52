package io.plenary;

import io.plenary.config.Loaded;
import io.plenary.config.SettingsLoader;
import io.plenary.redis.Await;
import io.plenary.redis.embedded.TestRedis;
import io.plenary.transport.Assets;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The whole server with the example event and a Redis of its own, in this process. What a test may know of it is what a newcomer reads. */
public final class RunningServer implements AutoCloseable {
  private final Path data;
  private final Store store;
  private final Vertx vertx;
  private final Node node;
  private final String printed;
  public final URI base;

  private RunningServer(Path data, int port, String... more) {
    this.data = data;
    String[] args = new String[more.length + 3];
    args[0] = "--host=127.0.0.1";
    args[1] = "--data=" + data;
    args[2] = "--public-url=http://127.0.0.1:" + port;
    System.arraycopy(more, 0, args, 3, more.length);
    var settings = ((Loaded.Run) SettingsLoader.load(args, Map.of(), data)).settings();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    store = Store.open(settings.store());
    vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(settings.web().eventLoops() + 1));
    node = new Node(settings, store, Assets.load(RunningServer.class.getClassLoader()), port, new PrintStream(out, true, StandardCharsets.UTF_8));
    Await.result(vertx.deployVerticle(node), 30_000);
    printed = out.toString(StandardCharsets.UTF_8);
    base = URI.create("http://127.0.0.1:" + port);
  }

  /** @param settings as on the command line */
  public static RunningServer start(String... settings) throws IOException {
    return new RunningServer(Files.createTempDirectory("plenary-test-server-"), TestRedis.freePort(), settings);
  }

  /** The code that stands on the example's screen. */
  public String code() {
    return printed("code ([A-Z0-9 ]+)");
  }

  /** Event, room and secret of a link. */
  public String[] link(String kind) {
    return printed("(\\S+/" + kind + "/\\S+)").replaceFirst(".*/" + kind + "/", "").split("[/#]");
  }

  private String printed(String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(printed);
    if (!matcher.find()) throw new AssertionError(pattern + " is not in\n" + printed);
    return matcher.group(1).strip();
  }

  /** As on TERM. */
  public void drain() {
    Await.result(node.drain());
  }

  @Override
  public void close() {
    Await.result(node.drain());
    Await.result(vertx.close());
    store.close();
    TestRedis.deleteTree(data);
  }
}
