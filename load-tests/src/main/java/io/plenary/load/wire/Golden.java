package io.plenary.load.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The messages of the wire as the project itself pins them: what is sent is a golden message with
 * ids replaced, so it cannot drift.
 */
public final class Golden {
  public static final ObjectMapper JSON = new ObjectMapper();
  private static final String HOME = "src/main/protocol/v1";
  private final Path home;
  private final Map<Path, JsonNode> read = new ConcurrentHashMap<>();

  /**
   * @param project the folder that holds {@code src/main/protocol}
   */
  public Golden(Path project) {
    home = project.resolve(HOME);
  }

  /**
   * @param name without folder and ending, such as {@code castVote-single}
   */
  public ObjectNode client(String name) {
    return read("client", name);
  }

  public ObjectNode server(String name) {
    return read("server", name);
  }

  /**
   * @param room null where there is one only
   */
  public String attendee(String event, String token, String room) {
    return hello(client("hello-attendee").put("event", event).put("token", token), room);
  }

  /**
   * @param page the same in both connections of a phone that doubts the first; 16 to 24 small
   *     letters and digits
   */
  public String attendee(String event, String token, String room, String page) {
    return hello(
        client("hello-attendee-page").put("event", event).put("token", token).put("page", page),
        room);
  }

  private static String hello(ObjectNode hello, String room) {
    return (room == null ? hello : hello.put("room", room)).toString();
  }

  public String stage(String event, String room, String secret) {
    return client("hello-stage")
        .put("event", event)
        .put("room", room)
        .put("token", secret)
        .toString();
  }

  public String remote(String event, String room, String secret) {
    return client("hello-remote")
        .put("event", event)
        .put("room", room)
        .put("token", secret)
        .toString();
  }

  public String organiser(String event, String room) {
    return client("hello-organiser").put("event", event).put("room", room).toString();
  }

  public String ping() {
    return client("ping").toString();
  }

  /** A command about one activity: {@code openActivity}, {@code lockActivity}. */
  public ObjectNode activityCommand(String name, String activity, long rev) {
    return client(name).put("activity", activity).put("rev", rev);
  }

  private ObjectNode read(String side, String name) {
    return read.computeIfAbsent(Path.of("golden", side, name + ".json"), this::find).deepCopy();
  }

  /** Among what all kinds share and what each kind brings. */
  private JsonNode find(Path wanted) {
    try (Stream<Path> files = Files.walk(home)) {
      Path file =
          files
              .filter(each -> each.endsWith(wanted))
              .findFirst()
              .orElseThrow(() -> new FileNotFoundException(wanted.toString()));
      return JSON.readTree(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The golden message " + wanted + " below " + home + " cannot be read", e);
    }
  }
}
