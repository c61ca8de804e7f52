package io.plenary.transport.contract;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.plenary.Waiting;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A client at the other end of one connection, whichever way its messages travel. Blocking. */
abstract class Peer {
  /** Stands in the queue for the end of the connection. */
  private static final JsonObject END = new JsonObject();

  private final BlockingQueue<JsonObject> heard = new LinkedBlockingQueue<>();

  /** Every message as it came. */
  private final List<String> all = new CopyOnWriteArrayList<>();

  abstract void send(String text);

  /** What is no text: a binary message, or bytes that are not UTF-8. */
  abstract void sendNoText();

  abstract void leave();

  final Peer send(JsonObject message) {
    send(message.encode());
    return this;
  }

  final void hear(String text) {
    all.add(text);
    heard.add(new JsonObject(text));
  }

  /** Everything that ever came, byte by byte. */
  final List<String> everything() {
    return all;
  }

  final void end() {
    heard.add(END);
  }

  /** The next message of this type; others are passed over. */
  final JsonObject next(String type) {
    while (true) {
      JsonObject message = poll();
      assertNotNull(message, "no " + type + " in time");
      if (message == END) throw new AssertionError("ended before " + type);
      if (message.getString("type").equals(type)) return message;
    }
  }

  /** The code of the error that comes next. */
  final String error() {
    return next("error").getString("code");
  }

  /** The code of the goodbye, after which nothing comes but the end. */
  final int goodbye() {
    int code = next("goodbye").getInteger("code");
    JsonObject last = poll();
    if (last != END) throw new AssertionError("no end after goodbye but " + last);
    return code;
  }

  private JsonObject poll() {
    try {
      return heard.poll(Waiting.LIMIT.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
