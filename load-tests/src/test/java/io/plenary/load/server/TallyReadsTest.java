package io.plenary.load.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TallyReadsTest {
  private static String entry(int micros, String keys, String last) {
    String head = "7\n1764\n" + micros + "\nevalsha\n5f0c\n" + keys;
    return head + "\nk\nk:l\nk:c\nk:m\n" + last + "\n0\n127.0.0.1:5\n\n";
  }

  @Test
  void the_longest_look_is_found_among_other_commands() {
    String log =
        entry(900, "6", "k:rulings")
            + entry(250, "5", "k:rulings")
            + entry(1_250, "5", "k:rulings")
            + entry(4_000, "5", "k:late")
            + "8\n1764\n9000\nHGETALL\nk\n127.0.0.1:5\n";
    assertEquals(1.25, TallyReads.longest(log));
    assertEquals(-1, TallyReads.longest("8\n1764\n9000\nHGETALL\nk\n127.0.0.1:5\n"));
  }
}
