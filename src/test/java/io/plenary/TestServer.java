package io.plenary;

import io.plenary.config.Loaded;
import io.plenary.config.Settings;
import io.plenary.config.SettingsLoader;
import io.plenary.kinds.AllKinds;
import io.plenary.kinds.KindRegistry;
import io.plenary.redis.embedded.TestRedis;
import io.plenary.transport.Assets;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.internal.VertxInternal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A whole server in this process, on a Redis of its own, with the example event. Blocking. */
public final class TestServer implements AutoCloseable {
  private final ByteArrayOutputStream console = new ByteArrayOutputStream();
  private final int port;
  private final int managementPort;
  private final Store store;
  private final Vertx vertx;
  private final Node node;

  private TestServer(Path data, KindRegistry kinds, boolean read, List<String> more)
      throws Exception {
    port = TestRedis.freePort(10_000, 15_000); // the embedded Redis takes one from 20,000 on
    managementPort = TestRedis.freePort(15_000, 20_000);
    List<String> args =
        new ArrayList<>(
            List.of(
                "--host=127.0.0.1",
                "--port=" + port,
                "--public-url=http://127.0.0.1:" + port,
                "--management-port=" + managementPort,
                "--data=" + data,
                "--event-loops=2",
                "--tick=20ms",
                "--warm-up=false"));
    args.addAll(more);
    Settings settings =
        ((Loaded.Run) SettingsLoader.load(args.toArray(new String[0]), Map.of(), data)).settings();
    store = Store.open(settings.store());
    vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(3));
    node =
        new Node(
            settings,
            store,
            Assets.load(Main.class.getClassLoader()),
            port,
            new Console(new PrintStream(console, true, StandardCharsets.UTF_8), read),
            kinds);
    try {
      await(vertx.deployVerticle(node));
    } catch (Exception e) {
      vertx.close();
      store.close();
      throw e;
    }
  }

  /**
   * @param more settings as on the command line; they win
   */
  public static TestServer start(Path data, String... more) {
    return start(data, AllKinds.REGISTRY, more);
  }

  /** The same with these kinds. */
  public static TestServer start(Path data, KindRegistry kinds, String... more) {
    try {
      return new TestServer(data, kinds, true, List.of(more));
    } catch (Exception e) {
      throw new AssertionError("the server did not start: " + e, e);
    }
  }

  /** One whose output no person reads. */
  static TestServer unread(Path data) {
    try {
      return new TestServer(data, AllKinds.REGISTRY, false, List.of());
    } catch (Exception e) {
      throw new AssertionError("the server did not start: " + e, e);
    }
  }

  private static <T> T await(Future<T> future) {
    return Waiting.result(future.toCompletionStage().toCompletableFuture());
  }

  public URI base() {
    return URI.create("http://127.0.0.1:" + port);
  }

  public URI management() {
    return URI.create("http://127.0.0.1:" + managementPort);
  }

  /** Everything the terminal shows. */
  public String console() {
    return console.toString(StandardCharsets.UTF_8);
  }

  public String setupToken() {
    return said("#setup=(\\S+)");
  }

  /** Join code of the example event. */
  public String code() {
    return said("code ([0-9A-Z]{3} [0-9A-Z]{3})");
  }

  /**
   * @param kind "stage" or "remote"
   */
  public URI link(String kind) {
    return URI.create(said("(http://\\S+/" + kind + "/\\S+)"));
  }

  private String said(String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(console());
    if (!matcher.find()) {
      throw new AssertionError("the terminal does not show " + pattern + ":\n" + console());
    }
    return matcher.group(1);
  }

  /** Of what runs in it, the parts of this class. */
  public <T> List<T> parts(Class<T> type) {
    return ((VertxInternal) vertx)
        .deploymentManager().deployments().stream()
            .flatMap(deployed -> deployed.deployment().instances().stream())
            .filter(type::isInstance)
            .map(type::cast)
            .toList();
  }

  /** As on TERM, but the process stays. */
  public void drain() throws Exception {
    await(node.drain());
  }

  /** It is gone without a word to the store or to other servers. */
  public void kill() {
    try {
      await(vertx.close());
    } finally {
      store.close();
    }
  }

  @Override
  public void close() {
    try {
      await(node.drain());
      await(vertx.close());
    } catch (Exception e) {
      throw new AssertionError("the server did not stop", e);
    } finally {
      store.close();
    }
  }
}
