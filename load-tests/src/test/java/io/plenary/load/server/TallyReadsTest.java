package io.plenary.load.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class TallyReadsTest {
  private static String entry(int micros, String keys, String last) {
    String head = "7\n1764\n" + micros + "\nevalsha\n5f0c\n" + keys;
    return head + "\nk\nk:l\nk:c\nk:m\n" + last + "\n0\n127.0.0.1:5\n\n";
  }

  @Test
  void looks_are_found_among_other_commands() throws IOException {
    String log =
        entry(9_000, "6", "k:rulings")
            + entry(250, "5", "k:rulings")
            + entry(1_250, "5", "k:rulings")
            + entry(750, "5", "k:rulings")
            + entry(4_000, "5", "k:late")
            + "8\n1764\n9000\nHGETALL\nk\n127.0.0.1:5\n";
    assertEquals(new TallyReads(0.75, 1.25), TallyReads.of(log));
    assertThrows(IOException.class, () -> TallyReads.of("8\n1764\n9000\nHGETALL\nk\n"));
  }
}
