package io.plenary.load.phone;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.plenary.load.net.Line;
import io.plenary.load.phone.Applause.Bounds;
import io.plenary.load.wire.Golden;
import java.io.IOException;
import java.net.SocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClapperTest {
  private final Golden golden = new Golden(Path.of(".."));
  private final Applause applause = new Applause(golden, "r1");
  private final Heard line = new Heard();
  private final Clapper clapper = new Clapper();

  @Test
  void a_reaction_is_the_golden_one() throws IOException {
    clapper.react(line, applause, 3, 2);
    JsonNode wanted = golden.client("react-question").put("activity", "r1").put("count", 2);
    assertEquals(Golden.JSON.readTree(wanted.toString()), Golden.JSON.readTree(line.texts.get(0)));
  }

  @Test
  void what_went_on_a_line_that_was_lost_is_not_sure() {
    clapper.react(line, applause, 0, 3);
    clapper.react(line, applause, 1, 1);
    clapper.lost();
    clapper.react(line, applause, 0, 2);
    assertEquals(new Bounds(2, 5), applause.bounds(0, true));
    assertEquals(new Bounds(0, 1), applause.bounds(1, true));
    assertEquals(new Bounds(0, 5), applause.bounds(0, false), "the store was away");
    clapper.lost();
    clapper.lost();
    assertEquals(new Bounds(0, 5), applause.bounds(0, true));
    assertEquals(3, applause.said());
  }

  private static final class Heard implements Line {
    final List<String> texts = new ArrayList<>();

    @Override
    public void send(ByteBuf message) {
      throw new AssertionError();
    }

    @Override
    public void send(CharSequence text) {
      texts.add(text.toString());
    }

    @Override
    public ByteBufAllocator alloc() {
      return ByteBufAllocator.DEFAULT;
    }

    @Override
    public SocketAddress from() {
      return null;
    }

    @Override
    public long frames() {
      return 0;
    }

    @Override
    public long bytes() {
      return 0;
    }

    @Override
    public void close() {}
  }
}
