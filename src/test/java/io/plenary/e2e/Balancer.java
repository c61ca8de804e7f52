package io.plenary.e2e;

import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Gives every connection to the next server that takes it, as a balancer does that knows nobody and
 * sends nobody back to where they were.
 */
final class Balancer implements AutoCloseable {
  private static final String HOST = "127.0.0.1";

  private final Vertx vertx = Vertx.vertx();
  private final NetClient out =
      vertx.createNetClient(new NetClientOptions().setConnectTimeout(1_000).setTcpNoDelay(true));
  private final List<URI> servers;
  private final AtomicInteger turn = new AtomicInteger();
  private final NetServer door;

  Balancer(List<URI> servers) {
    this.servers = List.copyOf(servers);
    door = vertx.createNetServer().connectHandler(this::take);
    Patience.get(door.listen(0, HOST).toCompletionStage().toCompletableFuture());
  }

  URI base() {
    return URI.create("http://" + HOST + ":" + door.actualPort());
  }

  private void take(NetSocket in) {
    in.pause();
    pass(in, turn.getAndIncrement(), servers.size());
  }

  private void pass(NetSocket in, int next, int left) {
    URI server = servers.get(next % servers.size());
    out.connect(server.getPort(), server.getHost())
        .onSuccess(there -> join(in, there))
        .onFailure(
            away -> {
              if (left > 1) pass(in, next + 1, left - 1);
              else in.close();
            });
  }

  private static void join(NetSocket in, NetSocket there) {
    in.closeHandler(v -> there.close());
    there.closeHandler(v -> in.close());
    in.pipeTo(there);
    there.pipeTo(in);
  }

  @Override
  public void close() {
    Patience.get(vertx.close().toCompletionStage().toCompletableFuture());
  }
}
