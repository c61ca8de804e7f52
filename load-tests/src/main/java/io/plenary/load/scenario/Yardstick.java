package io.plenary.load.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import io.plenary.load.phone.Crowd;
import io.plenary.load.phone.SocketIoPhone;
import io.plenary.load.phone.Voter;
import io.plenary.load.report.Names;
import io.plenary.load.server.Screen;
import io.plenary.load.yardstick.NodeServer;
import io.plenary.load.yardstick.SocketIoStage;
import java.io.IOException;

/** socket.io + ioredis with its phones. */
final class Yardstick implements Subject {
  private final Bench bench;
  private final NodeServer node;
  private final Crowd crowd;
  private final SocketIoStage stage;
  private int polls;

  Yardstick(Bench bench, NodeServer node, int phones) throws IOException, InterruptedException {
    this.bench = bench;
    this.node = node;
    stage = new SocketIoStage(bench.loops(), node.port());
    crowd = new Crowd(bench.loops(), node.port(), phones, SocketIoPhone::new);
    crowd.joinAll();
    if (!crowd.await(Voter::live, 60_000)) {
      throw new IOException("the yardstick let only " + crowd.here() + " in: " + crowd.oddities());
    }
  }

  @Override
  public String name() {
    return Names.SOCKETIO;
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
    return node.pid();
  }

  @Override
  public long redisPid() {
    return node.redisPid();
  }

  /** Its counts must be right too, or it would be no fair match. */
  @Override
  public void check() throws IOException, InterruptedException {
    crowd.await(v -> v.seq() <= v.acked(), 30_000);
    long[] expected = new long[6];
    for (Voter v : crowd.voters()) {
      if (v.acked() > 0) {
        expected[Integer.parseInt(SocketIoPhone.CHOICES.of(v.number, v.acked()).get(0))]++;
      }
    }
    JsonNode counts = stage.ask("\"count\"").get("counts");
    for (int i = 0; i < expected.length; i++) {
      if (counts.get(i).asLong() != expected[i]) {
        bench.sheet().note("the yardstick miscounted: " + counts);
      }
    }
  }

  @Override
  public void close() {
    crowd.close();
    stage.close();
    node.close();
  }
}
