package io.plenary.load.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ClusterNodesTest {
  private static final String NODES =
      """
      aaa 127.0.0.1:18301@18302 myself,master - 0 1700000000000 1 connected 0-5460
      bbb 127.0.0.1:18303@18304,,shard-id=s master - 0 1700000000000 2 connected 5461 5463-16383
      ccc 127.0.0.1:18305@18306 slave aaa 0 1700000000000 1 connected
      ddd 127.0.0.1:18307@18308 slave bbb 0 1700000000000 2 connected
      """;

  private static boolean well(String nodes) {
    return ClusterNodes.well(nodes, 2, 1);
  }

  @Test
  void a_slot_is_at_the_master_that_lists_it() {
    assertEquals(18_301, ClusterNodes.owner(NODES, 0));
    assertEquals(18_301, ClusterNodes.owner(NODES, 5_460));
    assertEquals(18_303, ClusterNodes.owner(NODES, 5_461));
    assertEquals(0, ClusterNodes.owner(NODES, 5_462));
    assertEquals(18_303, ClusterNodes.owner(NODES, 16_383));
  }

  @Test
  void a_slot_on_its_way_is_where_it_was() {
    String moving = NODES.replace("0-5460", "0-5460 [5461-<-bbb]");
    assertEquals(18_303, ClusterNodes.owner(moving, 5_461));
  }

  @Test
  void who_failed_has_nothing_and_who_may_have_failed_has_it_still() {
    assertEquals(0, ClusterNodes.owner(NODES.replace("myself,master", "master,fail"), 7));
    assertEquals(18_301, ClusterNodes.owner(NODES.replace("myself,master", "master,fail?"), 7));
  }

  @Test
  void a_server_failed_when_it_is_said_of_it_without_a_doubt() {
    assertFalse(ClusterNodes.failed(NODES, 18_301));
    assertFalse(ClusterNodes.failed(NODES.replace("myself,master", "master,fail?"), 18_301));
    String failed = NODES.replace("myself,master", "master,fail");
    assertTrue(ClusterNodes.failed(failed, 18_301));
    assertFalse(ClusterNodes.failed(failed, 18_303));
  }

  @Test
  void all_is_well_with_every_copy_there() {
    assertTrue(well(NODES));
    assertFalse(ClusterNodes.well(NODES, 2, 2), "a copy less than there should be");
    assertFalse(ClusterNodes.well(NODES, 3, 1), "a master less");
    assertFalse(well(""));
  }

  @Test
  void nothing_is_well_while_one_is_down_unknown_or_without_a_place() {
    assertFalse(well(NODES.replace("slave bbb", "slave,fail bbb")));
    assertFalse(well(NODES.replace("slave bbb", "slave,fail? bbb")));
    assertFalse(well(NODES.replace("slave bbb", "handshake -")));
    assertFalse(well(NODES.replace("2 connected\n", "2 disconnected\n")));
    assertFalse(well(NODES.replace("slave bbb", "slave aaa")), "two of one and none of the other");
    assertFalse(well(NODES + "eee 127.0.0.1:18309@18310 master - 0 0 3 connected\n"));
  }
}
