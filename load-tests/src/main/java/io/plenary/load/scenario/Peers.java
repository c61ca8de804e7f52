package io.plenary.load.scenario;

import io.plenary.load.Jvm;
import io.plenary.load.kinds.BallotKind;
import io.plenary.load.phone.BunPhone;
import io.plenary.load.phone.SocketIoPhone;
import io.plenary.load.report.Names;
import io.plenary.load.server.PlenaryServer;
import io.plenary.load.server.RedisServer;
import io.plenary.load.yardstick.BunServer;
import io.plenary.load.yardstick.BunStage;
import io.plenary.load.yardstick.PeerServer;
import io.plenary.load.yardstick.PeerStage;
import io.plenary.load.yardstick.Yardsticks;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plenary and what it is compared with, each started anew whenever it is wanted. */
final class Peers {
  /** How a server is started, without phones. */
  private interface Opening {
    Subject open() throws IOException, InterruptedException;
  }

  /** One kind of server, by the name it has on the sheet. */
  private record Peer(String name, Opening opening) {
    Subject open() throws IOException, InterruptedException {
      return opening.open();
    }
  }

  /** What is done with each server that stands. */
  interface Turn {
    void with(Subject subject) throws Exception;
  }

  /** What is found of each server. */
  interface Measure {
    Foreign.Kept of(Subject subject) throws Exception;
  }

  private final Bench bench;
  private final List<Peer> all = new ArrayList<>();

  private Peers(Bench bench) {
    this.bench = bench;
  }

  /** Plenary on every Java and the peers that are installed; a note says when one is not. */
  static Peers of(Bench bench) throws IOException, InterruptedException {
    return with(bench, true);
  }

  /** Plenary on every Java beside Bun alone. */
  static Peers besideBun(Bench bench) throws IOException, InterruptedException {
    return with(bench, false);
  }

  private static Peers with(Bench bench, boolean socketIo)
      throws IOException, InterruptedException {
    Peers peers = plenaries(bench);
    Yardsticks yardsticks = new Yardsticks(bench.lab());
    if (bench.options().alone()) return peers;
    Optional<Path> redis = redis(bench);
    boolean missing = redis.isEmpty();
    if (socketIo) {
      if (redis.isPresent() && yardsticks.hasSocketIo()) {
        peers.add(Names.SOCKETIO, () -> socketIo(bench, yardsticks, redis.get()));
      } else {
        missing = true;
      }
    }
    if (redis.isPresent() && yardsticks.hasBun()) {
      peers.add(Names.BUN, () -> bun(bench, yardsticks, redis.get()));
    } else {
      missing = true;
    }
    if (missing) bench.sheet().note(Yardsticks.MISSING);
    return peers;
  }

  /** Plenary alone, on every Java. */
  static Peers plenaries(Bench bench) {
    return plenaries(bench, bench.options().kinds());
  }

  /** The same with a room for each of these kinds. */
  static Peers plenaries(Bench bench, List<BallotKind> kinds) {
    Peers peers = new Peers(bench);
    for (Jvm jvm : bench.lab().jvms) peers.add(jvm.name(), () -> Hall.open(bench, jvm, kinds));
    return peers;
  }

  private void add(String name, Opening opening) {
    all.add(new Peer(name, opening));
  }

  /** The one that Plenary carries: it unpacks it when it starts. */
  private static Optional<Path> redis(Bench bench) throws IOException, InterruptedException {
    return RedisServer.binary(data(bench));
  }

  /** The data folder of a Plenary that has run. */
  static Path data(Bench bench) throws IOException, InterruptedException {
    try (PlenaryServer server = new PlenaryServer(bench.lab(), Map.of())) {
      server.start();
      return server.data();
    }
  }

  private static Subject socketIo(Bench bench, Yardsticks yardsticks, Path redis)
      throws IOException, InterruptedException {
    PeerServer server = yardsticks.socketIo(bench.loops(), redis);
    PeerStage stage = stage(server, server::stage);
    return new Yardstick<>(bench, Names.SOCKETIO, server, stage, SocketIoPhone::new);
  }

  private static Yardstick<BunServer, BunStage> bun(Bench bench, Yardsticks yardsticks, Path redis)
      throws IOException, InterruptedException {
    BunServer server = yardsticks.bun(bench.loops(), redis);
    BunStage stage = stage(server, server::stage);
    return new Yardstick<>(bench, Names.BUN, server, stage, BunPhone::new);
  }

  private interface Watching<T> {
    T open() throws IOException;
  }

  /** A server whose stage does not come is ended. */
  private static <T> T stage(PeerServer server, Watching<T> opening) throws IOException {
    try {
      return opening.open();
    } catch (IOException e) {
      server.close();
      throw e;
    }
  }

  /** All of them, the first one another each round, so that nobody is always measured first. */
  static <T> List<T> turning(List<T> all, int round) {
    List<T> turned = new ArrayList<>(all);
    Collections.rotate(turned, -(round % turned.size()));
    return turned;
  }

  /** In every round each is started, looked at and ended, one after the other. */
  void fresh(Turn turn) throws Exception {
    for (int round = 0; round < bench.options().rounds(); round++) {
      for (Peer peer : turning(all, round)) {
        bench.round(round, peer.name);
        try (Subject subject = peer.open()) {
          turn.with(subject);
        }
      }
    }
  }

  /** The same where others on the machine would spoil it: then a server is started once more. */
  void measured(Measure measure) throws Exception {
    for (int round = 0; round < bench.options().rounds(); round++) {
      for (Peer peer : turning(all, round)) {
        bench.round(round, peer.name);
        Foreign.quiet(
            bench,
            () -> {
              try (Subject subject = peer.open()) {
                return measure.of(subject);
              }
            });
      }
    }
  }

  /**
   * All stand from the beginning to the end and are measured in turn in every round.
   *
   * @param first what is done with each before the first round
   */
  void standing(Turn first, Turn turn) throws Exception {
    List<Subject> stand = new ArrayList<>();
    try {
      for (Peer peer : all) stand.add(peer.open());
      for (Subject subject : stand) first.with(subject);
      for (int round = 0; round < bench.options().rounds(); round++) {
        for (Subject subject : turning(stand, round)) {
          bench.round(round, subject.name());
          turn.with(subject);
        }
      }
    } finally {
      for (Subject subject : stand) subject.close();
    }
  }
}
