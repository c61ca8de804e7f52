package io.plenary;

import io.plenary.config.Loaded;
import io.plenary.config.Settings;
import io.plenary.config.SettingsLoader;
import io.plenary.transport.Assets;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Arguments in, exit code out: 0 stopped as asked, 1 could not start, 2 wrong settings. */
public final class Main {
  private static final long START_WITHIN_S = 60;
  private static final long STOP_WITHIN_S = 4;

  private Main() {}

  public static void main(String[] args) throws InterruptedException {
    Loaded loaded = SettingsLoader.load(args);
    if (loaded instanceof Loaded.Print) {
      Loaded.Print print = (Loaded.Print) loaded;
      (print.exitCode() == 0 ? System.out : System.err).print(print.text());
      System.exit(print.exitCode());
    }
    try {
      run(((Loaded.Run) loaded).settings());
      new CountDownLatch(1).await(); // until TERM: the shutdown hook does the stopping
    } catch (StartFailure | IOException e) {
      System.err.println();
      System.err.println("Plenary could not start: " + e.getMessage());
      System.exit(1);
    }
  }

  private static void run(Settings settings) throws InterruptedException, IOException {
    Store store = Store.open(settings.store());
    Vertx vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true)
        .setEventLoopPoolSize(settings.web().eventLoops() + 1)); // one more for the node itself
    int port = settings.web().port() != 0 ? settings.web().port() : freePort();
    Node node = new Node(settings, store, Assets.load(Main.class.getClassLoader()), port, System.out);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(vertx, node, store), "stop"));
    Throwable failure = await(vertx.deployVerticle(node), START_WITHIN_S);
    if (failure instanceof StartFailure) throw (StartFailure) failure;
    if (failure != null) throw new StartFailure(failure.getMessage());
  }

  private static void stop(Vertx vertx, Node node, Store store) {
    try {
      await(node.drain(), STOP_WITHIN_S);
      await(vertx.close(), STOP_WITHIN_S); // not composed: after closing no loop is left to report on
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      store.close();
    }
  }

  /** Null when it succeeded in time. */
  private static Throwable await(Future<?> future, long seconds) throws InterruptedException {
    CountDownLatch done = new CountDownLatch(1);
    future.onComplete(result -> done.countDown());
    return done.await(seconds, TimeUnit.SECONDS) ? future.cause() : new StartFailure("it took longer than " + seconds + " s.");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
