package io.plenary.activity.service;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.Future;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PeersTest {
  private boolean away;
  private int notes;

  private final NodeStore store =
      new NodeStore() {
        @Override
        public Future<Seen> note(Peer self) {
          notes++;
          return away
              ? Future.failedFuture(new StoreUnavailable("away"))
              : Future.succeededFuture(new Seen(List.of(), List.of()));
        }

        @Override
        public Future<Void> forget(String id) {
          return Future.succeededFuture();
        }
      };

  private final Peers peers =
      new Peers(
          store,
          "a",
          Set.of(),
          () -> 0,
          dead -> Future.succeededFuture(),
          new Withheld(),
          newer -> {});

  @Test
  void whoCouldNotSayThatItLivesSaysSoAtTheNextLook() {
    away = true;
    peers.look();
    peers.tick();
    assertEquals(2, notes);
    away = false;
    peers.tick();
    assertEquals(3, notes);
    peers.tick();
    assertEquals(3, notes, "once is enough again");
  }
}
