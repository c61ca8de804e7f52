package io.plenary.load.phone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.plenary.load.net.Loops;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DoorsTest {
  private final Doors three = new Doors(List.of(1, 2, 3));

  /**
   * How many phones each server has.
   *
   * @param lost of these alone: who is at that server at first; 0: of all
   */
  private Map<Integer, Integer> dealt(int turns, int lost) {
    Map<Integer, Integer> dealt = new HashMap<>();
    for (int phone = 0; phone < 600; phone++) {
      boolean counts = lost == 0 || three.of(phone, 0) == lost;
      if (counts) dealt.merge(three.of(phone, turns), 1, Integer::sum);
    }
    return dealt;
  }

  @Test
  void every_server_has_as_many_phones() {
    assertEquals(Map.of(1, 200, 2, 200, 3, 200), dealt(0, 0));
  }

  @Test
  void phones_of_a_server_that_is_gone_go_to_all_others() {
    assertEquals(Map.of(2, 100, 3, 100), dealt(1, 1));
    assertEquals(Map.of(1, 100, 3, 100), dealt(1, 2));
  }

  @Test
  void every_server_is_tried_in_turn() {
    for (int phone = 0; phone < 6; phone++) {
      Set<Integer> tried = new HashSet<>();
      for (int turns = 0; turns < 3; turns++) tried.add(three.of(phone, turns));
      assertEquals(Set.of(1, 2, 3), tried);
      assertEquals(three.of(phone, 0), three.of(phone, 3));
    }
  }

  @Test
  void one_server_is_all_there_is() {
    assertEquals(7, Doors.at(7).of(5, 11));
  }

  @Test
  void a_phone_that_loses_its_server_comes_back_to_another() throws IOException {
    try (ServerSocket first = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        ServerSocket second = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Loops loops = new Loops(1)) {
      first.setSoTimeout(5_000);
      second.setSoTimeout(5_000);
      Doors doors = new Doors(List.of(first.getLocalPort(), second.getLocalPort()));
      try (Crowd crowd = new Crowd(loops, doors, 0, 1, PlayedVoter::new)) {
        crowd.comeBack(5_000);
        crowd.joinAll();
        Socket lost = first.accept();
        assertEquals(first.getLocalPort(), crowd.voters().get(0).door());
        lost.close();
        try (Socket found = second.accept()) {
          assertNotNull(found);
          assertEquals(second.getLocalPort(), crowd.voters().get(0).door());
        }
      }
    }
  }
}
