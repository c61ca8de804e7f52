package io.plenary.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.plenary.identity.Action;
import io.plenary.kinds.AllKinds;
import io.plenary.protocol.BallotMessage.CastVote;
import io.plenary.protocol.ClientMessage;
import io.plenary.protocol.ClientMessage.Ping;
import io.plenary.protocol.MessageType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A message that nobody takes, or two do, stops a server before it takes any. */
class DispatcherTest {
  private static final Collection<MessageType<?>> TYPES = AllKinds.REGISTRY.codec().clientTypes();

  private static <M extends ClientMessage> Route<M> route(MessageType<M> type) {
    return Route.open(type.record(), (m, s) -> {});
  }

  /** One for each type but those that a dispatcher takes itself. */
  private static List<Route<?>> all() {
    List<Route<?>> all = new ArrayList<>();
    for (MessageType<?> type : TYPES) {
      if (!type.type().equals("hello") && !type.type().equals("ping")) all.add(route(type));
    }
    return all;
  }

  @Test
  void oneForEachIsTaken() {
    new Dispatcher(new Rights(null), TYPES, all());
  }

  @Test
  void aMissingOneIsNamed() {
    List<Route<?>> some = all();
    some.removeIf(route -> route.type() == CastVote.class);
    var refused =
        assertThrows(
            IllegalStateException.class, () -> new Dispatcher(new Rights(null), TYPES, some));
    assertEquals("no handler takes castVote", refused.getMessage());
  }

  @Test
  void aSecondOneIsNamed() {
    List<Route<?>> more = all();
    more.add(Route.of(CastVote.class, (m, s) -> {}));
    var refused =
        assertThrows(
            IllegalStateException.class, () -> new Dispatcher(new Rights(null), TYPES, more));
    assertEquals("two handlers take CastVote", refused.getMessage());
  }

  @Test
  void aMessageNeedsTheRightThatIsCalledLikeIt() {
    assertEquals(Action.CAST_VOTE, Route.of(CastVote.class, (m, s) -> {}).right());
    assertThrows(IllegalStateException.class, () -> Route.of(Ping.class, (m, s) -> {}));
  }
}
