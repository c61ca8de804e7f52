package io.plenary.load.phone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.plenary.load.net.Loops;
import io.plenary.load.net.WsLine;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the peers' phones make of what their servers say. */
class PeerPhonesTest {
  private final Loops loops = new Loops(1);
  private Crowd crowd;

  @AfterEach
  void stop() {
    loops.close();
  }

  private Voter phone(Crowd.Maker maker) {
    crowd = new Crowd(loops, 1, 1, maker);
    return crowd.voters().get(0);
  }

  private static void hears(Voter phone, String text) {
    ByteBuf buf = Unpooled.copiedBuffer("head" + text, StandardCharsets.US_ASCII);
    ((WsLine.End) phone).text(buf, 4, text.length());
  }

  @Test
  void on_bun_a_vote_counts_when_its_number_is_said() {
    Voter phone = phone(BunPhone::new);
    phone.vote(System.nanoTime());
    phone.vote(System.nanoTime());
    hears(phone, "{\"type\":\"counted\",\"n\":2}");
    assertEquals(2, phone.acked());
    assertEquals(1, crowd.acks());
  }

  @Test
  void on_bun_what_is_refused_is_not_counted() {
    Voter phone = phone(BunPhone::new);
    phone.vote(System.nanoTime());
    hears(phone, "{\"type\":\"refused\",\"n\":1}");
    assertEquals(0, phone.acked());
    assertEquals(Map.of("refused", 1L), crowd.oddities());
  }

  @Test
  void on_bun_the_poll_lets_a_phone_in_and_everything_after_it_is_a_picture() {
    Voter phone = phone(BunPhone::new);
    AtomicInteger pictures = new AtomicInteger();
    crowd.hooks(
        new Hooks() {
          @Override
          public void picture(Voter voter) {
            pictures.incrementAndGet();
          }
        });
    assertFalse(phone.live());
    hears(phone, "{\"type\":\"poll\",\"id\":\"none\"}");
    assertTrue(phone.live());
    assertEquals(0, pictures.get());
    hears(phone, "{\"type\":\"results\",\"poll\":\"p\"}");
    hears(phone, "xxxxxxxxxxxxxxxxxxxx");
    hears(phone, "x");
    assertEquals(3, pictures.get());
  }

  @Test
  void on_socket_io_a_vote_counts_when_its_number_is_answered_with_true() {
    Voter phone = phone(SocketIoPhone::new);
    for (int i = 0; i < 12; i++) phone.vote(System.nanoTime());
    hears(phone, "4312[true]");
    assertEquals(12, phone.acked());
    hears(phone, "4311[false]");
    assertEquals(12, phone.acked());
    assertEquals(Map.of("refused", 1L), crowd.oddities());
  }
}
