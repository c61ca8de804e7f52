package io.plenary.load.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.plenary.load.net.Frames;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MessageCutterTest {
  private static ByteBuf frame(int length) {
    return Frames.text(UnpooledByteBufAllocator.DEFAULT, "m".repeat(length));
  }

  @Test
  void wherever_it_is_cut_the_frames_come_out_whole_and_untouched() {
    List<String> wanted =
        List.of(
            ByteBufUtil.hexDump(frame(5)),
            ByteBufUtil.hexDump(frame(200)),
            ByteBufUtil.hexDump(frame(0)));
    byte[] all = ByteBufUtil.decodeHexDump(String.join("", wanted));
    for (int cut = 0; cut <= all.length; cut++) {
      MessageCutter cutter = new MessageCutter();
      List<String> found = new ArrayList<>();
      cutter.take(Unpooled.copiedBuffer(all, 0, cut), f -> found.add(ByteBufUtil.hexDump(f)));
      cutter.take(
          Unpooled.copiedBuffer(all, cut, all.length - cut),
          f -> found.add(ByteBufUtil.hexDump(f)));
      assertEquals(wanted, found, "cut at " + cut);
      assertEquals(3, cutter.taken());
    }
  }
}
