package io.plenary.hub;

import io.plenary.protocol.Codec;
import io.plenary.protocol.ServerMessage;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A message encoded once for everybody who gets it. Safe to share between event loops. */
public final class Frame {
  private static final String SNAPSHOT = "snapshot";
  private final byte[] utf8;
  private final @Nullable String slot;
  private final Channel channel;

  /** What each kind of connection made of it; replies go to one and are not kept. */
  private volatile @Nullable Map<Class<?>, Object> packed;

  Frame(byte[] utf8, @Nullable String slot, Channel channel) {
    this.utf8 = utf8;
    this.slot = slot;
    this.channel = channel;
  }

  /** A whole state: replaces every waiting frame of the main channel that is not a reply. */
  public static Frame snapshot(ServerMessage message) {
    return latest(message, SNAPSHOT);
  }

  public static Frame latest(ServerMessage message, String slot) {
    return latest(message, slot, Channel.MAIN);
  }

  public static Frame latest(ServerMessage message, String slot, Channel channel) {
    return new Frame(Codec.encode(message), slot, channel);
  }

  /** An answer to one connection. */
  public static Frame reply(ServerMessage message) {
    return new Frame(Codec.encode(message), null, Channel.MAIN);
  }

  /**
   * An answer to one connection that is encoded already; the caller leaves the bytes alone from now
   * on.
   */
  public static Frame reply(byte[] utf8) {
    return new Frame(utf8, null, Channel.MAIN);
  }

  /**
   * Frames of the same slot and channel replace each other while they wait; null: a reply, never
   * replaced.
   */
  public @Nullable String slot() {
    return slot;
  }

  /** The message in UTF-8; not a copy, so nobody may write to it. */
  public byte[] utf8() {
    return utf8;
  }

  public String text() {
    return new String(utf8, StandardCharsets.UTF_8);
  }

  /**
   * What one kind of connection sends for this frame, made at the first use and then the same for
   * all of them.
   *
   * @param how must give something that any number of connections can send at the same time
   */
  public <T> T packed(Class<T> kind, Function<Frame, T> how) {
    Map<Class<?>, Object> all = packed;
    if (all == null) {
      all = new ConcurrentHashMap<>(2); // two loops at once: one of them packs again
      packed = all;
    }
    return kind.cast(all.computeIfAbsent(kind, k -> how.apply(this)));
  }

  /** Whether {@code waiting} is of no use any more once this one is there. */
  boolean replaces(Frame waiting) {
    return channel == waiting.channel
        && slot != null
        && (slot.equals(SNAPSHOT) || slot.equals(waiting.slot));
  }
}
