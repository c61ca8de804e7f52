package io.plenary.load.wire;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * A golden message cut where its ids and numbers stand: messages are written from it without any
 * JSON work.
 */
final class Cut<S> {
  private final List<byte[]> texts = new ArrayList<>();
  private final List<S> slots = new ArrayList<>();
  private final int length;

  /**
   * @param mark what stands in the text where a slot is
   */
  Cut(String text, List<S> all, Function<S, String> mark) {
    List<S> order = new ArrayList<>(all);
    order.sort(Comparator.comparingInt(slot -> text.indexOf(mark.apply(slot))));
    int from = 0;
    for (S slot : order) {
      int at = text.indexOf(mark.apply(slot));
      if (at < 0) throw new IllegalStateException("the golden message has no place for " + slot);
      texts.add(text.substring(from, at).getBytes(StandardCharsets.UTF_8));
      slots.add(slot);
      from = at + mark.apply(slot).length();
    }
    texts.add(text.substring(from).getBytes(StandardCharsets.UTF_8));
    length = text.length();
  }

  /** Characters of the text it was cut from. */
  int length() {
    return length;
  }

  /**
   * @param fill writes what a slot holds
   */
  void write(ByteBuf buf, BiConsumer<S, ByteBuf> fill) {
    for (int i = 0; i < slots.size(); i++) {
      buf.writeBytes(texts.get(i));
      fill.accept(slots.get(i), buf);
    }
    buf.writeBytes(texts.get(texts.size() - 1));
  }
}
