package io.plenary.load.phone;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plenary.load.phone.ListView.Next;
import io.plenary.load.wire.Golden;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ListViewTest {
  private final ListView view = new ListView();

  private static ObjectNode part(boolean more, int... numbersAndCounts) {
    ObjectNode part =
        Golden.JSON.createObjectNode().put("feed", "f").put("frame", 7).put("more", more);
    ArrayNode items = part.putArray("items");
    for (int i = 0; i < numbersAndCounts.length; i += 2) {
      items.add(item(numbersAndCounts[i], numbersAndCounts[i + 1]));
    }
    return part;
  }

  private static ObjectNode item(int n, int up) {
    return Golden.JSON.createObjectNode().put("n", n).put("up", up);
  }

  private static ObjectNode frame(long number) {
    return Golden.JSON.createObjectNode().put("feed", "f").put("frame", number);
  }

  private static JsonNode up(long number, int n, int count) {
    ObjectNode frame = frame(number);
    frame.putArray("up").add(n).add(count);
    return frame;
  }

  @Test
  void head_and_pages_make_a_list() {
    assertEquals(Next.HEAD, view.next());
    view.head(part(true, 1, 9, 2, 8));
    assertEquals(Next.PAGE, view.next());
    assertEquals(2, view.last().get("n").asInt());
    view.page(part(false, 3, 1));
    assertEquals(Next.NOTHING, view.next());
    assertEquals(Set.of(1, 2, 3), view.items().keySet());
  }

  @Test
  void frames_change_counts_bring_items_and_take_them() {
    view.head(part(false, 1, 9, 2, 8));
    view.moved(up(8, 2, 10));
    ObjectNode frame = frame(9);
    frame.putArray("put").add(item(3, 0));
    frame.putArray("gone").add(1);
    view.moved(frame);
    assertEquals(Set.of(2, 3), view.items().keySet());
    assertEquals(10, view.items().get(2).get("up").asInt());
    assertEquals(Next.NOTHING, view.next());
  }

  @Test
  void a_frame_left_out_or_of_another_feed_asks_for_a_head() {
    view.head(part(false, 1, 9));
    view.moved(up(7, 1, 3));
    assertEquals(9, view.items().get(1).get("up").asInt(), "an old frame");
    view.moved(up(9, 1, 3));
    assertEquals(Next.HEAD, view.next());
    assertEquals(1, view.gaps());
    view.head(part(false, 1, 4));
    view.moved(((ObjectNode) up(8, 1, 5)).put("feed", "g"));
    assertEquals(Next.HEAD, view.next());
  }

  @Test
  void a_question_that_climbed_past_the_page_is_missed() {
    view.head(part(true, 1, 9, 2, 8));
    view.moved(up(8, 4, 20));
    view.page(part(false, 3, 1));
    assertEquals(Next.HEAD, view.next());
    assertEquals(1, view.crossed());
    view.head(part(false, 4, 20, 1, 9, 2, 8, 3, 1));
    assertEquals(Next.NOTHING, view.next());
  }

  @Test
  void a_page_that_comes_after_a_gap_is_not_taken() {
    view.head(part(true, 1, 9));
    view.moved(up(10, 1, 10));
    view.page(part(false, 3, 1));
    assertEquals(Next.HEAD, view.next());
    assertEquals(Set.of(), view.items().keySet());
  }
}
