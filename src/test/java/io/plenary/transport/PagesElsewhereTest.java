package io.plenary.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.plenary.ManualLoop;
import io.plenary.hub.NodeMessages;
import io.plenary.hub.OpenSink;
import io.plenary.hub.Outbox;
import io.plenary.identity.Grant;
import io.plenary.words.Role;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class PagesElsewhereTest {
  private final ManualLoop loop = new ManualLoop();
  private final AttendeeConnections phones = new AttendeeConnections(100, () -> 1);
  private final List<String> sent = new ArrayList<>();
  private final List<Consumer<String>> hears = new ArrayList<>();
  private boolean inMemory = true;

  private final PagesElsewhere pages =
      new PagesElsewhere(
          loop.vertx(),
          loop.context(),
          new NodeMessages() {
            @Override
            public String self() {
              return "a";
            }

            @Override
            public Future<Boolean> send(String node, String text) {
              sent.add(node + ": " + text);
              return Future.succeededFuture(true);
            }

            @Override
            public void listen(Consumer<String> listener) {
              hears.add(listener);
            }

            @Override
            public void sendAll(String text) {
              throw new UnsupportedOperationException();
            }

            @Override
            public void listenAll(Consumer<String> listener) {
              throw new UnsupportedOperationException();
            }
          },
          phones,
          participant -> "hidden-" + participant,
          event -> inMemory);

  @Test
  void ofAnEventThatIsLetGoNothingIsKept() {
    pages.start();
    Session.Identity who =
        new Session.Identity(Grant.everywhere(Role.ATTENDEE), "e", "r", "p", null, null);
    Session session =
        new Session(new Outbox(new OpenSink(frame -> {}), () -> 1), null, "127.0.0.1", () -> 1);
    assertNotNull(phones.admit(who, session, loop.context()));
    pages.others("e", Set.of("b"));
    loop.tick();
    assertEquals(List.of("b: pages e a hidden-p:1"), sent);
    assertEquals(1, pages.events());

    inMemory = false; // it was deleted; its pages close a little later, at the other node as well
    pages.letGo("e");
    hears.get(0).accept("pages e b hidden-q:0");
    assertEquals(0, pages.events());
    phones.leave(who, session);
    loop.tick();
    assertEquals(0, pages.events());
    assertEquals(1, sent.size());
  }
}
