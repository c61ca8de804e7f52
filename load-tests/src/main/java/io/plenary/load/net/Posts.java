package io.plenary.load.net;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.EventLoop;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/**
 * What a client of an event stream has to say: numbered, one request at a time, the same one again
 * when no answer came. Pauses and tries are the page's own (web/src/protocol/stream.ts); it gives
 * up on an answer earlier, as a phone of the swarm does with a vote.
 */
final class Posts {
  private record Message(long seq, ByteBuf body, boolean again) {}

  private static final long[] PAUSES_MS = {300, 1_000, 3_000};
  private static final long ANSWER_WITHIN_MS = 1_500;
  private static final int TAKEN = 204;

  private final EventLoop loop;
  private final Supplier<PostConnection> connect;
  private final Repeats repeats;
  private final IntConsumer undelivered;
  private final Deque<Message> waiting = new ArrayDeque<>();
  private PostConnection connection;
  private String stream;
  private long seq;
  private Message now;
  private Message late;
  private int tries;
  private long bytes;
  private boolean over;

  /**
   * @param undelivered told once, with the status of a refusal or 0: nothing is sent any more
   */
  Posts(
      EventLoop loop, Supplier<PostConnection> connect, Repeats repeats, IntConsumer undelivered) {
    this.loop = loop;
    this.connect = connect;
    this.repeats = repeats;
    this.undelivered = undelivered;
  }

  /** The stream stands. @param secret of the stream */
  void open(String secret) {
    stream = secret;
    next();
  }

  /**
   * @param body one message, taken over
   */
  void send(ByteBuf body) {
    if (over) {
      body.release();
      return;
    }
    if (repeats.message()) waiting.add(new Message(++seq, body.retainedDuplicate(), false));
    waiting.add(new Message(++seq, body, false));
    next();
  }

  long bytes() {
    return bytes + (connection == null ? 0 : connection.bytes());
  }

  void close() {
    if (over) return;
    over = true;
    if (connection != null) connection.close();
    waiting.forEach(m -> m.body.release());
    if (now != null) now.body.release();
    if (late != null) late.body.release();
  }

  private void next() {
    if (over || now != null || stream == null) return;
    now = waiting.poll();
    tries = 0;
    if (now != null) attempt();
  }

  private void attempt() {
    if (over) return;
    if (connection == null || !connection.usable()) {
      bytes = bytes();
      connection = connect.get();
    }
    connection.ask(loop, request(now), ANSWER_WITHIN_MS, this::answered);
  }

  private ByteBuf request(Message m) {
    String headers =
        "Content-Type: application/json\r\nplenary-stream: "
            + stream
            + "\r\nplenary-seq: "
            + m.seq
            + "\r\n";
    return request(m.body, "/api/v1/stream/message", headers);
  }

  /** The body stays the caller's. @param headers each ended by CR LF */
  static ByteBuf request(ByteBuf body, String path, String headers) {
    int length = body.readableBytes();
    String head =
        "POST "
            + path
            + " HTTP/1.1\r\nHost: 127.0.0.1\r\n"
            + headers
            + "Content-Length: "
            + length
            + "\r\n\r\n";
    ByteBuf request = body.alloc().ioBuffer(head.length() + length);
    ByteBufUtil.writeAscii(request, head);
    return request.writeBytes(body, body.readerIndex(), length);
  }

  private void answered(int status) {
    if (over) return;
    if (status == TAKEN) {
      taken();
    } else if (status >= 400 && status < 500 || tries == PAUSES_MS.length) {
      undelivered.accept(status);
    } else {
      repeats.retried();
      loop.schedule(this::attempt, PAUSES_MS[tries++], TimeUnit.MILLISECONDS);
    }
  }

  private void taken() {
    Message done = now;
    Message again = late;
    now = null;
    late = null;
    if (!done.again && again == null && repeats.request()) {
      late = new Message(done.seq, done.body, true);
    } else {
      done.body.release();
    }
    if (again == null) {
      next();
      return;
    }
    repeats.requested();
    now = again;
    tries = 0;
    attempt();
  }
}
