package io.plenary.transport;

import io.plenary.hub.Loops;
import io.plenary.protocol.ErrorCode;
import io.vertx.core.Context;
import io.vertx.core.Future;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The open event streams of this server by their secrets. A message for one may arrive on any event
 * loop and is taken on the loop its stream lives on. Usable from any thread.
 */
public final class Streams {
  /** The sending side of one stream's client: every message once, in the order of its numbers. */
  static final class Incoming {
    private final Conversation conversation;
    private final Context owner;
    private long last;

    Incoming(Conversation conversation, Context owner) {
      this.conversation = conversation;
      this.owner = owner;
    }

    private Future<Void> take(long seq, byte[] message) {
      if (seq > last + 1) return Future.failedFuture(missing());
      conversation.heard();
      if (seq
          == last + 1) { // a lower one is a repetition of what was taken, and needs only the answer
        // that got lost
        last = seq;
        conversation.received(message);
      }
      return Future.succeededFuture();
    }
  }

  private final Map<String, Incoming> open = new ConcurrentHashMap<>();

  void add(String secret, Incoming incoming) {
    open.put(secret, incoming);
  }

  void remove(String secret) {
    open.remove(secret);
  }

  /**
   * Succeeds once the message was taken, now or before.
   *
   * @param seq 1 for the first message after hello
   */
  Future<Void> take(String secret, long seq, byte[] message) {
    Incoming incoming = open.get(secret);
    return incoming == null
        ? Future.failedFuture(ended())
        : Loops.call(incoming.owner, () -> incoming.take(seq, message));
  }

  static HttpError ended() {
    return new HttpError(
        404,
        ErrorCode.HELLO_FIRST.wire(),
        "This stream has ended. Open a new one with hello.",
        null,
        0);
  }

  static HttpError missing() {
    return new HttpError(
        409,
        ErrorCode.CONFLICT.wire(),
        "A message before this one has not arrived. Send them one after the other.",
        "plenary-seq",
        0);
  }
}
