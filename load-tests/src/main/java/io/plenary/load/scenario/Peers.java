package io.plenary.load.scenario;

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
  /** One kind of server. */
  interface Peer {
    /** A server that just became ready, without phones. */
    Subject open() throws IOException, InterruptedException;
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

  /** Those that are installed; a note on the sheet says when one is not. */
  static Peers of(Bench bench) throws IOException, InterruptedException {
    Peers peers = new Peers(bench);
    peers.all.add(() -> Hall.open(bench));
    Yardsticks yardsticks = new Yardsticks(bench.lab());
    if (bench.options().alone()) return peers;
    Optional<Path> redis = redis(bench);
    if (redis.isPresent() && yardsticks.hasSocketIo()) {
      peers.all.add(() -> socketIo(bench, yardsticks, redis.get()));
    }
    if (redis.isPresent() && yardsticks.hasBun()) {
      peers.all.add(() -> bun(bench, yardsticks, redis.get()));
    }
    if (peers.all.size() < 3) bench.sheet().note(Yardsticks.MISSING);
    return peers;
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

  private interface Opening<T> {
    T open() throws IOException;
  }

  /** A server whose stage does not come is ended. */
  private static <T> T stage(PeerServer server, Opening<T> opening) throws IOException {
    try {
      return opening.open();
    } catch (IOException e) {
      server.close();
      throw e;
    }
  }

  /** Bun alone, where it is installed and wanted. */
  static Optional<Yardstick<BunServer, BunStage>> bun(Bench bench)
      throws IOException, InterruptedException {
    Yardsticks yardsticks = new Yardsticks(bench.lab());
    if (bench.options().alone()) return Optional.empty();
    Optional<Path> redis = redis(bench);
    if (redis.isEmpty() || !yardsticks.hasBun()) {
      bench.sheet().note(Yardsticks.MISSING);
      return Optional.empty();
    }
    return Optional.of(bun(bench, yardsticks, redis.get()));
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
        for (Subject subject : turning(stand, round)) turn.with(subject);
      }
    } finally {
      for (Subject subject : stand) subject.close();
    }
  }
}
