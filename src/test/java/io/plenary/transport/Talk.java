package io.plenary.transport;

import io.plenary.Waiting;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;

/** A connection that says what it is told to say, and remembers what it hears. Blocking. */
public final class Talk implements AutoCloseable {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private final BlockingQueue<JsonObject> heard = new LinkedBlockingQueue<>();
  private final List<JsonObject> all = new CopyOnWriteArrayList<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final WebSocket socket;

  private Talk(URI base, Map<String, String> headers) {
    WebSocket.Builder builder = HTTP.newWebSocketBuilder().header("origin", base.toString());
    headers.forEach(builder::header);
    socket =
        builder
            .buildAsync(URI.create("ws" + base.toString().substring(4) + "/ws"), new Ear())
            .join();
  }

  /**
   * @param cookie of a {@link Browser}, or null
   */
  public static Talk open(URI base, String cookie) {
    return new Talk(base, cookie == null ? Map.of() : Map.of("cookie", cookie));
  }

  public static Talk attendee(URI base, JsonObject joined) {
    return attendee(base, joined, Map.of());
  }

  /**
   * @param headers of the upgrade
   */
  public static Talk attendee(URI base, JsonObject joined, Map<String, String> headers) {
    return new Talk(base, headers)
        .hello(
            "attendee",
            joined.getJsonObject("event").getString("id"),
            null,
            joined.getString("token"));
  }

  /**
   * @param link of a stage or a remote
   */
  public static Talk link(URI base, URI link) {
    String[] parts = link.getPath().split("/");
    return open(base, null).hello(parts[1], parts[2], parts[3], link.getFragment());
  }

  public Talk hello(String role, String event, String room, String token) {
    JsonObject hello =
        new JsonObject()
            .put("type", "hello")
            .put("protocol", 1)
            .put("role", role)
            .put("event", event);
    if (room != null) hello.put("room", room);
    if (token != null) hello.put("token", token);
    return say(hello);
  }

  public Talk say(JsonObject message) {
    socket.sendText(message.encode(), true).join();
    return this;
  }

  /** The next message of this type; what comes before it is forgotten. */
  public JsonObject hear(String type) {
    return hear(message -> type.equals(message.getString("type")), type);
  }

  public JsonObject hear(Predicate<JsonObject> which, String what) {
    StringBuilder others = new StringBuilder();
    long until = System.nanoTime() + Waiting.LIMIT.toNanos();
    try {
      while (System.nanoTime() < until) {
        JsonObject next = heard.poll(50, TimeUnit.MILLISECONDS);
        if (next != null && which.test(next)) return next;
        if (next != null) others.append('\n').append(next);
        if (next == null && closed.isDone()) {
          throw new AssertionError(
              "closed with " + closed.join() + " before " + what + ", after" + others);
        }
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    throw new AssertionError("not heard within " + Waiting.LIMIT + ": " + what + ", but" + others);
  }

  /**
   * The answer to what was said under this number. Nothing is forgotten by it: what a command does
   * may be told before that it is done.
   */
  public JsonObject answer(long ref) {
    AtomicReference<JsonObject> answer = new AtomicReference<>();
    Waiting.until(
        this::everything,
        () -> {
          all.stream()
              .filter(m -> m.getValue("ref") instanceof Number its && its.longValue() == ref)
              .findFirst()
              .ifPresent(answer::set);
          return answer.get() != null;
        });
    return answer.get();
  }

  /** Every message of this type since the beginning, forgotten or not. */
  public List<JsonObject> all(String type) {
    return all.stream().filter(message -> type.equals(message.getString("type"))).toList();
  }

  /** Whatever was heard since the beginning, as text. */
  public String everything() {
    return all.toString();
  }

  /** Code of the close frame. */
  public int closedWith() {
    return Waiting.result(closed);
  }

  public boolean isOpen() {
    return !closed.isDone();
  }

  @Override
  public void close() {
    socket.abort();
  }

  private final class Ear implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket ws, CharSequence data, boolean last) {
      text.append(data);
      if (last) {
        JsonObject message = new JsonObject(text.toString());
        all.add(message);
        heard.add(message);
        text.setLength(0);
      }
      ws.request(1);
      return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket ws, int code, String reason) {
      closed.complete(code);
      return null;
    }

    @Override
    public void onError(WebSocket ws, Throwable error) {
      closed.complete(1006);
    }
  }
}
