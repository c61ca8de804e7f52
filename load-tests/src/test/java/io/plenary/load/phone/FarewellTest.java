package io.plenary.load.phone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.Unpooled;
import io.plenary.load.net.Loops;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a phone makes of the last message of its connection. */
class FarewellTest {
  private final Loops loops = new Loops(1);
  private final Crowd crowd = new Crowd(loops, 1, 1, (n, c, l) -> new PlenaryPhone(n, c, l, null));
  private final PlenaryPhone phone = (PlenaryPhone) crowd.voters().get(0);

  @AfterEach
  void stop() {
    crowd.close();
    loops.close();
  }

  private void hears(String text) {
    phone.text(Unpooled.copiedBuffer(text, StandardCharsets.UTF_8), 0, text.length());
  }

  @Test
  void it_is_told_when_to_come_back() {
    hears(
        "{\"type\":\"goodbye\",\"code\":4000,\"name\":\"restarting\",\"message\":\"Wait.\","
            + "\"reconnect\":true,\"afterMs\":1234}");
    assertEquals(1_234, phone.afterMs);
    assertFalse(phone.dismissed);
  }

  @Test
  void it_is_told_not_to() {
    hears(
        "{\"type\":\"goodbye\",\"code\":4006,\"name\":\"eventGone\",\"message\":\"Gone.\","
            + "\"reconnect\":false,\"afterMs\":0}");
    assertTrue(phone.dismissed);
  }
}
