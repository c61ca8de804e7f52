package io.plenary.redis.embedded;

import io.plenary.Waiting;
import io.plenary.redis.StoreAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A master, two replicas of it, and three Sentinels that watch them. Blocking. */
public final class TestSentinels implements AutoCloseable {
  /** The Sentinels' own. */
  public static final String PASSWORD = "sentinels-only";

  public static final String MASTER = "plenary-test";

  /**
   * How long a master is silent before a Sentinel takes it to be down. A Sentinel connects anew
   * once a second at most, and what it tried at the old master counts: with less than that second
   * it takes the new one to be down as well, before it has asked it, and the masters change again
   * and again.
   */
  public static final int DOWN_AFTER_MS = 1_500;

  private static final int COUNT = 3;

  /** What a Sentinel says of a replica that it has looked at. */
  private static final Pattern SEEN = Pattern.compile("slave-repl-offset\r\n\\$\\d+\r\n[1-9]");

  private record Sentinel(Process process, int port, Path folder) {
    String call(String command) {
      try {
        return TestRedis.call(port, PASSWORD, command);
      } catch (IOException e) {
        return e.toString();
      }
    }

    /** The whole reply, on a connection that is closed after it. */
    String all(String command) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        String text = "AUTH " + PASSWORD + "\r\n" + command + "\r\n";
        socket.setSoTimeout((int) Waiting.LIMIT.toMillis());
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        socket.shutdownOutput();
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      } catch (IOException e) {
        return e.toString();
      }
    }
  }

  private final List<TestRedis> servers = new ArrayList<>();
  private final List<Sentinel> sentinels = new ArrayList<>();

  private TestSentinels() {}

  public static TestSentinels start() {
    TestSentinels all = new TestSentinels();
    try {
      TestRedis first = withoutReplicas();
      all.servers.add(first);
      for (int i = 1; i < COUNT; i++) all.servers.add(replicaOf(first));
      Set<Integer> ports = new LinkedHashSet<>();
      while (ports.size() < COUNT) ports.add(TestRedis.freePort(30_000, 32_000));
      // A first look finds an offset then, and need not wait for the ping after ten seconds.
      Waiting.until(() -> first.said("PUBLISH any thing").equals(":0") && copied(first));
      for (int port : ports) all.sentinels.add(all.sentinel(port, ports));
      all.awaitWatched();
      return all;
    } catch (IOException | RuntimeException | Error e) {
      all.close(); // processes of their own: nothing else would end them
      throw new IllegalStateException(e);
    }
  }

  /**
   * Sentinels that do not hear of each other: each names the master that it is told of.
   *
   * @param epochs of each: of the failover that made it the master
   */
  public static TestSentinels apart(List<TestRedis> masters, List<Integer> epochs) {
    TestSentinels all = new TestSentinels();
    try {
      for (int i = 0; i < masters.size(); i++) {
        String epoch = "sentinel config-epoch %s %d%n".formatted(MASTER, epochs.get(i));
        int port = TestRedis.freePort(30_000, 32_000);
        all.sentinels.add(begun(port, masters.get(i), epoch));
      }
      for (Sentinel each : all.sentinels) {
        Waiting.until(() -> each.call("SENTINEL GET-MASTER-ADDR-BY-NAME " + MASTER).equals("*2"));
      }
      return all;
    } catch (IOException | RuntimeException | Error e) {
      all.close();
      throw new IllegalStateException(e);
    }
  }

  /** One that takes replicas at once. */
  public static TestRedis withoutReplicas() {
    return TestRedis.start(
        "--masterauth",
        TestRedis.PASSWORD,
        "--repl-diskless-sync-delay",
        "0",
        "--rdbcompression",
        "no");
  }

  /** One that follows at once, also when it comes back. */
  public static TestRedis replicaOf(TestRedis master) {
    return replicaOf(master, "yes");
  }

  /** A replica of the master that no Sentinel hears of. */
  public TestRedis hidden() {
    return replicaOf(master(), "no");
  }

  private static TestRedis replicaOf(TestRedis master, String announced) {
    return TestRedis.start(
        "--replica-announced",
        announced,
        "--replicaof",
        "127.0.0.1",
        "" + master.port(),
        "--masterauth",
        TestRedis.PASSWORD,
        "--repl-diskless-sync-delay",
        "0",
        "--rdbcompression",
        "no");
  }

  /** It is told of all the others, whom it would else hear of within seconds. */
  private Sentinel sentinel(int port, Set<Integer> ports) throws IOException {
    StringBuilder known = new StringBuilder();
    for (TestRedis replica : servers.subList(1, servers.size())) {
      known.append("sentinel known-replica %s 127.0.0.1 %d%n".formatted(MASTER, replica.port()));
    }
    for (int other : ports) {
      if (other == port) continue;
      known.append(
          "sentinel known-sentinel %s 127.0.0.1 %d %040d%n".formatted(MASTER, other, other));
    }
    return begun(port, servers.get(0), known.toString());
  }

  private static Sentinel begun(int port, TestRedis master, String more) throws IOException {
    Path folder = Files.createTempDirectory("plenary-test-sentinel-");
    Path file = folder.resolve("sentinel.conf");
    Files.writeString(
        file,
        """
        port %1$d
        bind 127.0.0.1
        dir %2$s
        requirepass %3$s
        sentinel myid %1$040d
        sentinel sentinel-pass %3$s
        sentinel monitor %4$s 127.0.0.1 %5$d 2
        sentinel auth-pass %4$s %6$s
        sentinel down-after-milliseconds %4$s %7$d
        sentinel failover-timeout %4$s 5000
        sentinel parallel-syncs %4$s 2
        %8$s\
        """
            .formatted(
                port,
                folder,
                PASSWORD,
                MASTER,
                master.port(),
                TestRedis.PASSWORD,
                DOWN_AFTER_MS,
                more));
    Process process =
        new ProcessBuilder(TestRedis.binary().toString(), file.toString(), "--sentinel")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    return new Sentinel(process, port, folder);
  }

  /** Until each has seen both replicas and both of the others: a failover needs nothing more. */
  private void awaitWatched() {
    for (Sentinel each : sentinels) {
      Waiting.until(
          () -> each.call("INFO sentinel"),
          () ->
              each.call("SENTINEL CKQUORUM " + MASTER).startsWith("+OK 3")
                  && SEEN.matcher(each.all("SENTINEL REPLICAS " + MASTER)).results().count() == 2);
    }
  }

  private static boolean copied(TestRedis master) {
    return master.said("WAIT 2 100").equals(":2");
  }

  public TestRedis master() {
    return servers.stream().filter(server -> is(server, "*3")).findFirst().orElseThrow();
  }

  /** Those that are none. */
  public List<TestRedis> replicas() {
    return servers.stream().filter(server -> is(server, "*5")).toList();
  }

  /**
   * @param role how many things a master, or a replica, says of its role
   */
  private static boolean is(TestRedis server, String role) {
    return server.said("ROLE").equals(role);
  }

  public List<TestRedis> servers() {
    return List.copyOf(servers);
  }

  /** Has the Sentinels make another server the master while this one runs. */
  public String failOver() {
    return sentinels.get(0).call("SENTINEL FAILOVER " + MASTER);
  }

  public void killSentinel() {
    end(sentinels.remove(0));
  }

  public String url() {
    String hosts =
        sentinels.stream().map(each -> "127.0.0.1:" + each.port).collect(Collectors.joining(","));
    return "redis-sentinel://:%s@%s/0?master=%s&sentinel-password=%s"
        .formatted(TestRedis.PASSWORD, hosts, MASTER, PASSWORD);
  }

  public StoreAddress address() {
    return StoreAddress.parse(url());
  }

  private static void end(Sentinel sentinel) {
    sentinel.process.destroyForcibly();
    TestRedis.waitFor(sentinel.process);
    TestRedis.deleteTree(sentinel.folder);
  }

  @Override
  public void close() {
    sentinels.forEach(TestSentinels::end);
    servers.forEach(TestRedis::close);
  }
}
