package io.plenary.e2e;

import io.plenary.kinds.AllKinds;
import io.plenary.protocol.BadMessage;
import io.plenary.protocol.ClientMessage.Hello;
import io.plenary.protocol.Codec;
import io.plenary.protocol.ServerMessage;
import io.plenary.protocol.ServerMessage.StageSnapshot;
import io.plenary.protocol.ServerMessage.StoreMessage;
import io.plenary.protocol.ServerMessage.TallyMessage;
import io.plenary.protocol.StoreStatus;
import io.plenary.protocol.Wire;
import io.plenary.protocol.Wire.Tally;
import io.plenary.words.Role;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** What the stage of the first room shows, by its link, over one connection. For all threads. */
final class StageScreen implements AutoCloseable {
  private final WebSocketClient client;
  private volatile StoreStatus status;
  private volatile Tally tally;

  StageScreen(Vertx vertx, URI base, Organiser organiser) {
    JsonObject room =
        new JsonObject(organiser.fetch("/api/v1/events/" + organiser.event() + "/links"))
            .getJsonArray("rooms")
            .getJsonObject(0);
    String secret = URI.create(room.getString("stage")).getFragment();
    client = vertx.createWebSocketClient();
    WebSocket socket =
        Patience.get(
            client
                .connect(base.getPort(), base.getHost(), "/ws")
                .toCompletionStage()
                .toCompletableFuture());
    socket.textMessageHandler(this::show);
    Hello hello = new Hello(Role.STAGE, organiser.event(), room.getString("id"), secret);
    socket.writeTextMessage(new String(Codec.encode(hello), StandardCharsets.UTF_8));
  }

  private void show(String text) {
    ServerMessage message;
    try {
      message = AllKinds.REGISTRY.codec().decodeServer(text.getBytes(StandardCharsets.UTF_8));
    } catch (BadMessage e) {
      throw new AssertionError(e);
    }
    if (message instanceof StageSnapshot snapshot) {
      status = snapshot.store();
      tally = snapshot.activity() instanceof Wire.BallotView ballot ? ballot.tally() : null;
    } else if (message instanceof TallyMessage tallyMessage) {
      tally = tallyMessage.tally();
    } else if (message instanceof StoreMessage storeMessage) {
      status = storeMessage.status();
    }
  }

  /** Null before the first snapshot. */
  StoreStatus status() {
    return status;
  }

  /** Null while there is none. */
  Tally tally() {
    return tally;
  }

  @Override
  public void close() {
    client.close();
  }
}
