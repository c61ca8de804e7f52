package io.plenary.load.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plenary.load.wire.Golden;
import java.util.Set;
import org.junit.jupiter.api.Test;

class QueueViewTest {
  private final QueueView view = new QueueView();

  private static ObjectNode item(String id, long rev) {
    return Golden.JSON.createObjectNode().put("id", id).put("rev", rev).put("up", 0);
  }

  private static ObjectNode with(ObjectNode message, String field, ObjectNode... items) {
    var array = message.putArray(field);
    for (ObjectNode item : items) array.add(item);
    return message;
  }

  private static ObjectNode numbered(long frame) {
    return Golden.JSON.createObjectNode().put("feed", "f").put("frame", frame);
  }

  @Test
  void a_head_and_all_pages_are_the_whole_queue() {
    assertTrue(view.gap());
    view.head(with(numbered(3), "items", item("a", 1)));
    assertTrue(view.gathering());
    view.page(with(Golden.JSON.createObjectNode().put("after", "b"), "items", item("b", 1)));
    assertEquals("b", view.after());
    view.page(with(Golden.JSON.createObjectNode().putNull("after"), "items", item("c", 1)));
    assertTrue(view.whole());
    assertEquals(Set.of("a", "b", "c"), view.items().keySet());
  }

  @Test
  void the_newer_revision_stands_whichever_way_it_came() {
    view.head(with(numbered(3), "items", item("a", 1)));
    view.moved(with(numbered(4), "put", item("a", 5).put("n", 7)));
    view.page(with(Golden.JSON.createObjectNode().putNull("after"), "items", item("a", 4)));
    assertEquals(5, view.items().get("a").get("rev").asLong());
    ObjectNode frame = numbered(5);
    frame.putArray("up").add(7).add(12).add(8).add(1);
    view.moved(frame);
    assertEquals(12, view.items().get("a").get("up").asInt());
  }

  @Test
  void a_frame_left_out_needs_a_head() {
    view.head(with(numbered(3), "items"));
    view.page(with(Golden.JSON.createObjectNode(), "items"));
    view.moved(numbered(3));
    assertTrue(view.whole());
    view.moved(numbered(5));
    assertFalse(view.whole());
    view.head(with(numbered(9), "items"));
    assertFalse(view.gap());
  }
}
