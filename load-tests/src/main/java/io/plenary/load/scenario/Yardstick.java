package io.plenary.load.scenario;

import io.plenary.load.phone.Crowd;
import io.plenary.load.phone.SocketIoPhone;
import io.plenary.load.phone.Voter;
import io.plenary.load.server.Screen;
import io.plenary.load.yardstick.PeerServer;
import io.plenary.load.yardstick.PeerStage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What people would use instead, with its phones. */
final class Yardstick<S extends PeerServer, T extends PeerStage> implements Subject {
  private static final int OPTIONS = 6;
  final S server;
  final T stage;
  private final Bench bench;
  private final String name;
  private final Crowd.Maker maker;
  private Crowd crowd;
  private int polls;

  Yardstick(Bench bench, String name, S server, T stage, Crowd.Maker maker) {
    this.bench = bench;
    this.name = name;
    this.server = server;
    this.stage = stage;
    this.maker = maker;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Crowd seats(int phones) {
    crowd = new Crowd(bench.loops(), server.port(), phones, maker);
    return crowd;
  }

  @Override
  public Crowd others(int first, int phones) {
    return new Crowd(bench.loops(), server.port(), first, phones, maker);
  }

  @Override
  public Crowd crowd() {
    return crowd;
  }

  @Override
  public void begin(String results) throws IOException {
    crowd.fresh();
    stage.open("poll" + ++polls, results);
  }

  @Override
  public Screen screen() {
    return stage.screen();
  }

  @Override
  public long pid() {
    return server.pid();
  }

  @Override
  public long redisPid() {
    return server.redisPid();
  }

  /** Its counts must be right too, or it would be no fair match. Nothing is left for later. */
  @Override
  public Recount end() throws IOException, InterruptedException {
    crowd.await(v -> v.seq() <= v.acked(), 30_000);
    List<Long> expected = new ArrayList<>(Collections.nCopies(OPTIONS, 0L));
    for (Voter v : crowd.voters()) {
      if (v.acked() == 0) continue;
      int choice = Integer.parseInt(SocketIoPhone.CHOICES.of(v.number, v.acked()).get(0));
      expected.set(choice, expected.get(choice) + 1);
    }
    List<Long> counts = stage.counts();
    if (!counts.equals(expected)) {
      bench.sheet().note(name + " miscounted: " + counts + " instead of " + expected);
    }
    return () -> {};
  }

  @Override
  public void close() {
    if (crowd != null) {
      crowd
          .oddities()
          .forEach(
              (what, n) ->
                  bench
                      .sheet()
                      .note("phones at " + name + " met \"" + what + "\" " + n + " times"));
      crowd.close();
    }
    stage.close();
    server.close();
  }
}
