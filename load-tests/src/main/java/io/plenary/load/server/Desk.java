package io.plenary.load.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plenary.load.net.JsonLine;
import io.plenary.load.net.Loops;
import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Where an organiser sits: sends commands one after the other and waits for each. Blocking. */
public final class Desk implements AutoCloseable {
  private static final long WITHIN_S = 15;
  private final BlockingQueue<JsonNode> answers = new LinkedBlockingQueue<>();
  private final BlockingQueue<JsonNode> snapshots = new LinkedBlockingQueue<>();
  private final JsonLine line;
  private JsonNode newest;
  private long refs;

  Desk(Loops loops, int port, String hello, String cookie) throws IOException {
    line = new JsonLine("/ws", "Cookie: " + cookie + "\r\n", hello, this::read).open(loops, port);
    newest = take(snapshots, "snapshot");
  }

  private void read(JsonNode message, long at) {
    String type = message.get("type").asText();
    if (type.equals("organiserSnapshot")) snapshots.add(message);
    else if (type.equals("done") || type.equals("error")) answers.add(message);
  }

  /** Gives the {@code done} or the {@code error}. */
  public JsonNode ask(ObjectNode command) throws IOException {
    line.send(command.put("ref", ++refs).toString());
    return take(answers, "answer");
  }

  /** Gives the {@code done}. */
  public JsonNode run(ObjectNode command) throws IOException {
    JsonNode answer = ask(command);
    if (!answer.get("type").asText().equals("done") || answer.get("ref").asLong() != refs) {
      throw new IOException(command.get("type").asText() + " was answered with " + answer);
    }
    return answer;
  }

  /** The poll as soon as the run order has it so. */
  public JsonNode poll(String id, Predicate<JsonNode> so) throws IOException {
    return find(snapshot(s -> find(s, id, so) != null), id, so);
  }

  private static JsonNode find(JsonNode snapshot, String id, Predicate<JsonNode> so) {
    for (JsonNode activity : snapshot.get("runOrder")) {
      if (activity.get("id").asText().equals(id) && so.test(activity)) return activity;
    }
    return null;
  }

  /** The newest picture as soon as it is so. */
  public JsonNode snapshot(Predicate<JsonNode> so) throws IOException {
    while (!so.test(newest)) newest = take(snapshots, "snapshot");
    return newest;
  }

  private JsonNode take(BlockingQueue<JsonNode> from, String what) throws IOException {
    try {
      JsonNode message = from.poll(WITHIN_S, TimeUnit.SECONDS);
      if (message == null) {
        throw new IOException("no " + what + " for the organiser within " + WITHIN_S + " s");
      }
      return message;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  @Override
  public void close() {
    line.close();
  }
}
