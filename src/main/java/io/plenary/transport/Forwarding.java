package io.plenary.transport;

import io.plenary.hub.Loops;
import io.plenary.hub.NodeMessages;
import io.plenary.limit.KeyedRateLimiter;
import io.plenary.limit.Limits;
import io.plenary.protocol.ErrorCode;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/**
 * Passes messages on to the node that holds their event stream, and its answers back: {@code take
 * FROM NUMBER SEQ SECRET MESSAGE} is answered {@code took NUMBER OUTCOME}. A node that is gone, or
 * says nothing for {@value #WITHIN_MS} ms, holds no stream any more: the page opens a new one, and
 * what it sends again counts once. Usable from any thread.
 */
public final class Forwarding {
  /** Well below the time in which a page gives an answer up. */
  static final long WITHIN_MS = 3_000;

  /** Messages that wait for their answers at once; each has at most 64 KiB. */
  static final int MOST = 2_000;

  private static final int STREAMS_REMEMBERED = 100_000;
  private static final String TAKE = "take";
  private static final String TOOK = "took";

  private enum Outcome {
    TAKEN,
    MISSING,
    ENDED
  }

  private final Vertx vertx;
  private final Context owner;
  private final NodeMessages nodes;
  private final Streams streams;

  /** Whoever has one stream must not make many messages between nodes of it. */
  private final KeyedRateLimiter rates =
      new KeyedRateLimiter(Limits.ORGANISER, STREAMS_REMEMBERED, System::nanoTime);

  // These belong to the owner's context.
  private final Map<Long, Promise<Void>> waiting = new HashMap<>();
  private long last;

  /**
   * @param owner on which nodes are heard
   * @param streams that this node holds
   */
  public Forwarding(Vertx vertx, Context owner, NodeMessages nodes, Streams streams) {
    this.vertx = vertx;
    this.owner = owner;
    this.nodes = nodes;
    this.streams = streams;
  }

  public void start() {
    nodes.listen(this::heard);
  }

  /** Name of this node, which its streams bear. */
  String node() {
    return nodes.self();
  }

  /** As {@link Streams#take}, at another node. */
  Future<Void> take(String node, String secret, long seq, byte[] message) {
    if (!rates.tryAcquire(secret)) {
      return Future.failedFuture(HttpError.of(429, ErrorCode.SLOW_DOWN));
    }
    return Loops.call(owner, () -> ask(node, secret, seq, message));
  }

  private Future<Void> ask(String node, String secret, long seq, byte[] message) {
    if (waiting.size() >= MOST) return Future.failedFuture(HttpError.of(503, ErrorCode.BUSY));
    long number = ++last;
    Promise<Void> answer = Promise.promise();
    waiting.put(number, answer);
    long timer = vertx.setTimer(WITHIN_MS, id -> answer.tryFail(Streams.ended()));
    String body = Base64.getEncoder().encodeToString(message);
    nodes
        .send(node, String.join(" ", TAKE, nodes.self(), "" + number, "" + seq, secret, body))
        .onSuccess(
            there -> {
              if (!there) answer.tryFail(Streams.ended());
            })
        .onFailure(answer::tryFail);
    return answer
        .future()
        .onComplete(
            done -> {
              waiting.remove(number);
              vertx.cancelTimer(timer);
            });
  }

  /** What another version says that this one does not know is passed over. */
  private void heard(String text) {
    String[] words = text.split(" ", -1);
    if (words[0].equals(TAKE) && words.length == 6) {
      taken(words[1], words[2], Long.parseLong(words[3]), words[4], words[5]);
    } else if (words[0].equals(TOOK) && words.length == 3) {
      Promise<Void> answer = waiting.get(Long.parseLong(words[1]));
      if (answer != null) answered(answer, Outcome.valueOf(words[2]));
    }
  }

  private void taken(String from, String number, long seq, String secret, String message) {
    streams
        .take(secret, seq, Base64.getDecoder().decode(message))
        .map(v -> Outcome.TAKEN)
        .otherwise(
            e ->
                e instanceof HttpError known && known.status == 409
                    ? Outcome.MISSING
                    : Outcome.ENDED)
        .onSuccess(outcome -> nodes.send(from, String.join(" ", TOOK, number, outcome.name())));
  }

  private static void answered(Promise<Void> answer, Outcome outcome) {
    switch (outcome) {
      case TAKEN -> answer.tryComplete();
      case MISSING -> answer.tryFail(Streams.missing());
      case ENDED -> answer.tryFail(Streams.ended());
    }
  }
}
