package io.plenary.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.redis.ClusterView.Said;
import io.plenary.redis.Sentinels.Place;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ClusterViewTest {
  private static final Place ASKED = new Place("asked", 1);

  private static ClusterView view(boolean tls, String... said) {
    return ClusterView.of(List.of(said).stream().map(text -> new Said(ASKED, text)).toList(), tls);
  }

  private static Place at(int port) {
    return new Place("10.0.0.1", port);
  }

  @Test
  @DisplayName("O15 masters, slots and copies are read as servers tell them")
  void reads() {
    ClusterView view =
        view(
            false,
            """
            a 10.0.0.1:1@11 myself,master - 0 0 1 connected 0-5 7 [8->-b] [9-<-b]
            b 10.0.0.1:2@12,name,shard-id=x master,fail? - 0 0 2 connected 6 8-16383
            c 10.0.0.1:3@13 slave a 0 0 1 connected
            d 10.0.0.1:4@14 slave,fail b 0 0 2 disconnected
            e 10.0.0.1:5@15 master,fail - 0 0 3 disconnected
            f 10.0.0.1:6@16 master - 0 0 4 connected
            g :0@0 slave,noaddr a 0 0 1 disconnected
            h 10.0.0.1:8@18 handshake - 0 0 0 connected
            """);
    assertTrue(view.whole());
    assertEquals(2, view.shards().size());
    assertEquals(at(1), view.shards().get(0).place());
    assertEquals(7, view.shards().get(0).slots().cardinality());
    assertEquals(List.of(at(3), at(5)), view.copies(at(1)), "one that failed may be anybody's");
    assertEquals(List.of(at(4), at(5)), view.copies(at(2)));
    assertEquals(List.of(), view.copies(at(9)));
  }

  @Test
  @DisplayName("O15 of two who claim a slot the newer one has it, whoever is heard first")
  void claims() {
    String before =
        """
        a 10.0.0.1:1@11 master - 0 0 1 connected 0-16383
        b 10.0.0.1:2@12 myself,slave a 0 0 1 connected
        """;
    String after =
        """
        a 10.0.0.1:1@11 master,fail - 0 0 1 disconnected
        b 10.0.0.1:2@12 myself,master - 0 0 5 connected 0-16383
        """;
    for (ClusterView view : List.of(view(false, before, after), view(false, after, before))) {
      assertEquals(1, view.shards().size());
      assertEquals(at(2), view.shards().get(0).place());
      assertEquals(List.of(at(1)), view.copies(at(2)));
    }
  }

  @Test
  void placesAreThoseThatCanBeConnectedTo() {
    String said = "a :1@11,name myself,master - 0 0 1 connected 0-16382\n";
    assertEquals(List.of(new Place("asked", 1)), view(false, said).places());
    assertEquals(List.of(new Place("name", 1)), view(true, said).places());
    assertFalse(view(false, said).whole());
    assertEquals(
        List.of(new Place("::1", 6379)),
        view(false, "a ::1:6379@16379 master - 0 0 1 connected 1").places());
    assertEquals(List.of(), view(false, "", "nonsense", "a b c d e f g h i j").places());
  }
}
