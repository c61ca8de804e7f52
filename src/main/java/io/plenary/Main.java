package io.plenary;

import io.plenary.config.Loaded;
import io.plenary.config.Settings;
import io.plenary.config.SettingsLoader;
import io.plenary.kinds.AllKinds;
import io.plenary.kinds.KindRegistry;
import io.plenary.transport.Assets;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Arguments in, exit code out: 0 stopped as asked, 1 could not start, 2 wrong settings; those of
 * {@code verify}, {@code back-up}, {@code repair-store}, {@code start-anew} and those of {@link
 * StoreCommands} stand there.
 */
public final class Main {
  /** About the data folder. */
  private static final Set<String> COMMANDS = Set.of(BackUp.NAME, RepairStore.NAME, StartAnew.NAME);

  private static final long START_WITHIN_S = 60;
  private static final long STOP_WITHIN_S = 4;

  private Main() {}

  public static void main(String[] args) throws InterruptedException {
    main(args, AllKinds.REGISTRY);
  }

  /**
   * @param kinds those of this server
   */
  static void main(String[] args, KindRegistry kinds) throws InterruptedException {
    if (args.length > 0 && args[0].equals(Verify.NAME)) {
      System.exit(Verify.run(args, kinds, System.out, System.err));
    }
    if (args.length > 0 && StoreCommands.NAMES.contains(args[0])) {
      System.exit(storeCommand(StoreCommands.Call.of(args), kinds));
    }
    boolean command = args.length > 0 && COMMANDS.contains(args[0]);
    Loaded loaded = SettingsLoader.load(command ? settingsOf(args) : args);
    if (loaded instanceof Loaded.Print print) {
      (print.exitCode() == 0 ? System.out : System.err).print(print.text());
      System.exit(print.exitCode());
    }
    Settings settings = ((Loaded.Run) loaded).settings();
    if (command) System.exit(command(args, settings.store()));
    System.setProperty(LogOutput.FORMAT, settings.operation().logFormat());
    Running running = new Running();
    try {
      run(settings, kinds, running);
      if (settings.start().check()) System.exit(0);
      new CountDownLatch(1).await(); // until TERM: the shutdown hook does the stopping
    } catch (StartFailure | IOException e) {
      if (ending()) return; // it was told to stop while it started
      System.err.println();
      System.err.println("Plenary could not start: " + e.getMessage());
      System.exit(1);
    } catch (IllegalStateException e) {
      if (!ending()) throw e; // what starts wants hooks of its own, and the JVM takes no more
    }
  }

  /**
   * A command about the data folder takes the server's settings, and so finds it where the server
   * does.
   */
  private static String[] settingsOf(String[] args) {
    return Arrays.stream(args)
        .skip(1)
        .filter(arg -> !arg.equals(RepairStore.CUT) && !arg.startsWith(BackUp.TO))
        .toArray(String[]::new);
  }

  private static int storeCommand(StoreCommands.Call call, KindRegistry kinds)
      throws InterruptedException {
    Loaded loaded = SettingsLoader.load(call.settings());
    if (loaded instanceof Loaded.Print print) {
      (print.exitCode() == 0 ? System.out : System.err).print(print.text());
      return print.exitCode();
    }
    System.setProperty(LogOutput.LEVEL, "WARN"); // what it prints is for whoever called it
    Settings settings = ((Loaded.Run) loaded).settings();
    try (Store store = Store.attach(settings.store())) {
      Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
      Throwable failure =
          await(
              new StoreCommands(vertx, store, settings, kinds, System.out).run(call),
              START_WITHIN_S);
      await(vertx.close(), STOP_WITHIN_S);
      if (failure == null) return 0;
      System.err.println(failure.getMessage());
    } catch (StartFailure e) {
      System.err.println(e.getMessage());
    }
    return 1;
  }

  private static int command(String[] args, Settings.Store store) {
    if (args[0].equals(BackUp.NAME)) return BackUp.run(args, store, System.out, System.err);
    Path data = store.data();
    if (args[0].equals(StartAnew.NAME)) return StartAnew.run(data, System.out, System.err);
    return RepairStore.run(
        data, Arrays.asList(args).contains(RepairStore.CUT), System.out, System.err);
  }

  /**
   * Whether the JVM is ending. It refuses hooks from the moment of a TERM, a little before ours
   * begins to run.
   */
  private static boolean ending() {
    Thread hook = new Thread(() -> {}, "none");
    try {
      Runtime.getRuntime().addShutdownHook(hook);
      return !Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      return true;
    }
  }

  /** What there is to stop. */
  private static final class Running {
    final CountDownLatch prepared = new CountDownLatch(1);
    volatile boolean stopping;
    volatile @Nullable Store store;
    volatile @Nullable Vertx vertx;
    volatile @Nullable Node node;
  }

  private static void run(Settings settings, KindRegistry kinds, Running running)
      throws InterruptedException, IOException {
    // First of all: a Redis that is just starting must not outlive a TERM.
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(running), "stop"));
    try {
      prepare(settings, kinds, running);
    } finally {
      running.prepared.countDown();
    }
    Vertx vertx = running.vertx;
    Node node = running.node;
    if (running.stopping || vertx == null || node == null) return;
    Throwable failure = await(vertx.deployVerticle(node), START_WITHIN_S);
    if (failure instanceof StartFailure startFailure) throw startFailure;
    if (failure != null) throw new StartFailure(String.valueOf(failure.getMessage()));
  }

  private static void prepare(Settings settings, KindRegistry kinds, Running running)
      throws IOException {
    running.store = Store.open(settings.store());
    if (running.stopping) return;
    running.vertx =
        Vertx.vertx(
            new VertxOptions()
                .setPreferNativeTransport(true)
                // Pages come from memory. A cache for files would be a folder in /tmp that a killed
                // server leaves there.
                .setFileSystemOptions(
                    new FileSystemOptions()
                        .setClassPathResolvingEnabled(false)
                        .setFileCachingEnabled(false))
                .setEventLoopPoolSize(
                    settings.web().eventLoops() + 1)); // one more for the node itself
    int port = settings.web().port() != 0 ? settings.web().port() : freePort();
    running.node =
        new Node(
            settings,
            running.store,
            Assets.load(Main.class.getClassLoader()),
            port,
            Console.standard(settings.operation().logFormat()),
            kinds);
  }

  private static void stop(Running running) {
    running.stopping = true;
    try {
      running.prepared.await(START_WITHIN_S, TimeUnit.SECONDS);
      if (running.node != null) await(running.node.drain(), STOP_WITHIN_S);
      if (running.vertx != null) {
        await(
            running.vertx.close(),
            STOP_WITHIN_S); // not composed: after it no loop is left to report on
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      if (running.store != null) running.store.close();
    }
  }

  /** Null when it succeeded in time. */
  private static @Nullable Throwable await(Future<?> future, long seconds)
      throws InterruptedException {
    CountDownLatch done = new CountDownLatch(1);
    future.onComplete(result -> done.countDown());
    return done.await(seconds, TimeUnit.SECONDS)
        ? future.cause()
        : new StartFailure("it took longer than " + seconds + " s.");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
