package io.plenary.load.server;

import io.plenary.load.Lab;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Redis servers of which some are copies of others, on loopback. A master may be killed, and before
 * that be cut off from its replicas: nothing it writes then reaches a copy, while everybody else
 * reaches all of them.
 */
public abstract class CopiedStore implements AutoCloseable {
  static final String PASSWORD = "store-only";
  private static final long WITHIN_S = 60;
  private static final List<String> SETTINGS =
      List.of(
          "masterauth " + PASSWORD,
          "appendonly yes",
          "appendfsync always",
          "no-appendfsync-on-rewrite no",
          "save \"\"",
          "maxmemory-policy noeviction",
          "repl-diskless-sync-delay 0");

  /** What is waited for; a server that does not answer is not so yet. */
  interface Look {
    boolean so() throws IOException;
  }

  /** The port of the master that a server names. */
  interface Named {
    int by(RedisNode server) throws IOException;
  }

  final Lab lab;
  final Path binary;
  final List<RedisNode> servers = new ArrayList<>();
  private RedisNode killed;

  CopiedStore(Lab lab, Path binary) {
    this.lab = lab;
    this.binary = binary;
  }

  /** Starts every process, and tells them of each other. */
  abstract void launch() throws IOException, InterruptedException;

  /** Whether a failover needs nothing more. */
  abstract boolean whole() throws IOException;

  /**
   * Settings of a server that uses it.
   *
   * @param copies replicas that confirm what is written
   */
  public abstract Map<String, String> settings(int copies);

  /** Port of the master that most name who decide on it; 0 when they do not agree. */
  public abstract int named();

  /** From now on the master is that of this event. Where there is one for all it is that anyway. */
  public void follow(String event) throws IOException {}

  /** Returns when a failover needs nothing more. */
  public CopiedStore start() throws IOException, InterruptedException {
    try {
      launch();
      awaitWhole();
      return this;
    } catch (IOException | InterruptedException | RuntimeException e) {
      close();
      throw e;
    }
  }

  /** Starts one more. */
  final RedisNode server(List<String> further) throws IOException, InterruptedException {
    List<String> settings = new ArrayList<>(SETTINGS);
    settings.addAll(further);
    RedisNode server = new RedisNode(lab, binary, "replica", PASSWORD, settings);
    servers.add(server);
    return server.start();
  }

  /** What most of them name; 0 when they do not agree. */
  static int most(List<RedisNode> asked, Named named) {
    List<Integer> ports = new ArrayList<>();
    for (RedisNode server : asked) {
      try {
        ports.add(named.by(server));
      } catch (IOException doesNotSay) {
        continue;
      }
    }
    return Replication.most(ports, asked.size());
  }

  final RedisNode master() throws IOException {
    int port = named();
    for (RedisNode server : servers) {
      if (server.port() == port && server.alive()) return server;
    }
    throw new IOException("no master that is there is named");
  }

  static String info(RedisNode server) throws IOException {
    return server.ask("INFO", "replication");
  }

  /**
   * From now on no copy gets what the master writes: replicas know its password no more, and lose
   * their connections to it.
   */
  public final void cut() throws IOException {
    RedisNode master = master();
    knowPassword(master, "cut-off");
    master.ask("CLIENT", "KILL", "TYPE", "replica");
  }

  private void knowPassword(RedisNode master, String password) throws IOException {
    for (RedisNode server : servers) {
      if (server != master) server.ask("CONFIG", "SET", "masterauth", password);
    }
  }

  /** Bytes of replication that the master made and no replica of it has. */
  public final long missing() throws IOException {
    RedisNode master = master();
    long most = 0;
    for (RedisNode server : servers) {
      String info = info(server);
      if (Replication.follows(info, master.port())) {
        most = Math.max(most, Replication.offset(info));
      }
    }
    return Replication.offset(info(master)) - most;
  }

  /**
   * kill -9 of the master; replicas that were cut off may follow the next one.
   *
   * @return when, {@link System#nanoTime()}
   */
  public final long killMaster() throws IOException {
    killed = master();
    long at = System.nanoTime();
    killed.kill();
    knowPassword(killed, PASSWORD);
    return at;
  }

  /** The one that was killed comes back as it was; returns when it is a replica like the others. */
  public final void restore() throws IOException, InterruptedException {
    killed.start();
    awaitWhole();
  }

  /** How many keys have this in their names, at all servers together. */
  public final long keys(String part) throws IOException {
    long keys = 0;
    for (RedisNode server : servers) keys += server.ask("KEYS", "*" + part + "*").lines().count();
    return keys;
  }

  final void awaitWhole() throws IOException, InterruptedException {
    await("the servers of the store find each other", this::whole);
  }

  static void await(String what, Look look) throws IOException, InterruptedException {
    long until = System.nanoTime() + WITHIN_S * 1_000_000_000L;
    while (!so(look)) {
      if (System.nanoTime() > until) {
        throw new IOException("within " + WITHIN_S + " s not: " + what);
      }
      Thread.sleep(50);
    }
  }

  private static boolean so(Look look) {
    try {
      return look.so();
    } catch (IOException notYet) {
      return false;
    }
  }

  @Override
  public void close() {
    servers.forEach(RedisNode::close);
  }
}
