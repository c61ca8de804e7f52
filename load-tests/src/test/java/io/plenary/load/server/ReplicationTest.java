package io.plenary.load.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReplicationTest {
  private static final String MASTER =
      """
      # Replication\r
      role:master\r
      connected_slaves:2\r
      slave0:ip=127.0.0.1,port=18301,state=online,offset=4711,lag=0\r
      slave1:ip=127.0.0.1,port=18302,state=wait_bgsave,offset=0,lag=0\r
      master_repl_offset:4800\r
      second_repl_offset:-1\r
      """;
  private static final String REPLICA =
      """
      # Replication\r
      role:slave\r
      master_port:18300\r
      master_link_status:down\r
      slave_repl_offset:4711\r
      master_repl_offset:4711\r
      """;

  /** As {@link Resp} gives arrays in an array. */
  private static String replica(String flags, String link) {
    return String.join(
        "\n",
        List.of(
            "name",
            "127.0.0.1:18301",
            "flags",
            flags,
            "role-reported",
            "slave",
            "master-link-status",
            link,
            "",
            ""));
  }

  @Test
  void a_master_says_who_follows_it() {
    assertEquals(1, Replication.online(MASTER));
    assertEquals(2, Replication.online(MASTER.replace("wait_bgsave", "online")));
    assertEquals(-1, Replication.online(REPLICA));
  }

  @Test
  void a_replica_says_whom_it_follows_also_without_a_link() {
    assertTrue(Replication.follows(REPLICA, 18_300));
    assertFalse(Replication.follows(REPLICA, 18_301));
    assertFalse(Replication.follows(MASTER, 18_300));
  }

  @Test
  void what_a_copy_lacks_is_the_difference_of_offsets() {
    assertEquals(4_800, Replication.offset(MASTER));
    assertEquals(4_711, Replication.offset(REPLICA));
  }

  @Test
  void a_field_that_is_not_there_is_empty() {
    assertEquals("down", Replication.field(REPLICA, "master_link_status"));
    assertEquals("", Replication.field(MASTER, "master_link_status"));
  }

  @Test
  void replicas_are_well_when_none_is_down_or_without_its_master() {
    String well = replica("slave", "ok");
    assertEquals(2, Replication.well(well + well));
    assertEquals(-1, Replication.well(well + replica("s_down,slave,disconnected", "ok")));
    assertEquals(-1, Replication.well(well + replica("slave", "err")));
    assertEquals(0, Replication.well(""));
  }

  @Test
  void the_master_is_what_most_of_all_sentinels_name() {
    assertEquals(1, Replication.most(List.of(1, 2, 1), 3));
    assertEquals(0, Replication.most(List.of(1, 2, 3), 3));
    assertEquals(0, Replication.most(List.of(1), 3));
    assertEquals(0, Replication.most(List.of(), 3));
  }
}
