package io.plenary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.transport.Browser;
import io.plenary.transport.Floor;
import io.plenary.transport.Talk;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * src/docs/assurance/stored-data.md lists what the code stores, and nothing is stored beside it.
 */
class StoredDataTest {
  private static final Path PAGE = Path.of("src/docs/assurance/stored-data.md");
  private static final List<Path> DESCRIBED =
      List.of(
          Path.of("src/main/java/io/plenary/redis/store/Keys.java"),
          Path.of("src/main/java/io/plenary/kinds/qa/store/RedisQuestionStore.java"),
          Path.of("src/main/java/io/plenary/kinds/reactions/store/RedisReactionStore.java"));

  @Test
  @DisplayName("keys on the page are those that the stores describe")
  void keysAreDescribed() throws IOException {
    Set<String> described = new TreeSet<>();
    for (Path file : DESCRIBED) {
      String text = Files.readString(file);
      String block = text.substring(text.indexOf("<pre>"), text.indexOf("</pre>"));
      Pattern.compile(
              "(?m)^ \\* (plenary:\\S+|A(?::\\S+)?)\\s+(hash|set|zset|list|string|stream)\\b")
          .matcher(block)
          .results()
          .forEach(r -> described.add(r.group(1).replaceFirst("^A", "plenary:{E}:activity:A")));
    }
    assertTrue(described.size() > 40, () -> "looked at nothing: " + described);
    assertEquals(described, column("## In the store"));
  }

  @Test
  @DisplayName(
      "a server that was used has stored no key and written no file that is not on the page")
  void nothingElseIsStored(@TempDir Path data) throws IOException {
    Set<String> keys;
    Set<String> files;
    try (TestServer server = TestServer.start(data)) {
      use(server);
      keys = keys(data);
      files = files(data);
    }
    assertTrue(keys.size() > 10, () -> "" + keys);
    keys.removeAll(column("## In the store"));
    assertEquals(Set.of(), keys, "keys that are not on the page");
    files.removeAll(column("## Files"));
    assertEquals(Set.of(), files, "files that are not on the page");
  }

  @Test
  @DisplayName("names in browsers' storage on the page are those of the pages")
  void namesInBrowsersAreListed() throws IOException {
    Set<String> listed = column("## In browsers");
    Set<String> found = new TreeSet<>();
    Set<String> composed = new TreeSet<>();
    Pattern named = Pattern.compile("['`]plenary\\.([a-z]+)");
    Pattern open = Pattern.compile("`plenary\\.\\$\\{");
    Pattern keyed = Pattern.compile("storageKey\\('([a-z]+)'");
    for (Path file : sources()) {
      String text = Files.readString(file);
      named.matcher(text).results().forEach(r -> found.add("plenary." + r.group(1)));
      keyed.matcher(text).results().forEach(r -> found.add("plenary." + r.group(1)));
      if (open.matcher(text).find()) composed.add(file.getFileName().toString());
    }
    // What they put together: outbox.ts the names of what waits to be sent, compose.ts two of its
    // own.
    assertEquals(Set.of("compose.ts", "outbox.ts"), composed);
    for (String file : List.of("voting/votes.ts", "posts/asks.ts", "posts/upvotes.ts")) {
      String text = Files.readString(Path.of("web/src", file));
      Pattern.compile("(?m)^  name: '([a-z]+)',$")
          .matcher(text)
          .results()
          .forEach(r -> found.add("plenary." + r.group(1)));
    }
    Pattern.compile("this\\.write\\('([a-z]+)'")
        .matcher(Files.readString(Path.of("web/src/kinds/qa/attendee/compose.ts")))
        .results()
        .forEach(r -> found.add("plenary." + r.group(1)));
    assertEquals(found, listed);
  }

  @Test
  @DisplayName("cookies on the page are those of the server")
  void cookiesAreListed() throws IOException {
    String code = Files.readString(Path.of("src/main/java/io/plenary/transport/Cookies.java"));
    Set<String> names =
        Pattern.compile("\"(plenary_[a-z_]+)\"")
            .matcher(code)
            .results()
            .map(r -> r.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    assertFalse(names.isEmpty());
    String page = Files.readString(PAGE);
    names.forEach(name -> assertTrue(page.contains("`" + name + "`"), name));
  }

  /** An account, a person, a vote, a question, a reaction. */
  private static void use(TestServer server) {
    Browser organiser =
        new Browser(server.base())
            .setUp(server.setupToken(), "organiser@plenary.example", "a long enough passphrase 7");
    assertEquals(200, organiser.get("/api/v1/session").statusCode());
    JsonObject person = new Browser(server.base()).join(server.code());
    ExamplePoll.vote(server, person);
    try (Floor floor = new Floor(server, organiser, new JsonObject());
        Talk phone = floor.phone()) {
      floor.asked(phone, "Who is asked?");
      JsonObject on =
          new JsonObject()
              .put("type", "editReactions")
              .put("room", floor.room)
              .put("rev", 0)
              .put("on", true);
      floor.command(floor.organiser, on);
      JsonObject snapshot =
          phone.hear(message -> Beside.reactions(message) != null, "reactions are on");
      phone.say(
          new JsonObject()
              .put("type", "react")
              .put("activity", Beside.reactions(snapshot).getString("id"))
              .put("kind", "clap")
              .put("count", 1));
      phone.say(new JsonObject().put("type", "ping")).hear("pong");
    }
  }

  /** With ids as the page writes them. */
  private static Set<String> keys(Path data) throws IOException {
    String conf = Files.readString(data.resolve("redis.conf"));
    int port = Integer.parseInt(conf.replaceAll("(?s).*\\nport (\\d+).*", "$1"));
    String password = conf.replaceAll("(?s).*\\nrequirepass (\\S+).*", "$1");
    Set<String> keys = new TreeSet<>();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      socket
          .getOutputStream()
          .write(("AUTH " + password + "\r\nKEYS *\r\n").getBytes(StandardCharsets.US_ASCII));
      assertEquals("+OK", in.readLine());
      int count = Integer.parseInt(in.readLine().substring(1));
      for (int i = 0; i < count; i++) {
        in.readLine();
        keys.add(
            in.readLine()
                .replaceFirst("^plenary:\\{(?!identity)[^}]+}", "plenary:{E}")
                .replaceFirst(":activity:[^:]+", ":activity:A")
                .replaceFirst(":up:.+", ":up:Q")
                .replaceFirst(":joined:.+", ":joined:R")
                .replaceFirst("^plenary:code:.+", "plenary:code:CODE")
                .replaceFirst(":session:.+", ":session:H")
                .replaceFirst("(\\{identity}:(?!session:)[A-Za-z]+):.+", "$1:X"));
      }
    }
    return keys;
  }

  private static Set<String> files(Path data) throws IOException {
    try (Stream<Path> all = Files.walk(data)) {
      return all.filter(Files::isRegularFile)
          .map(file -> data.relativize(file).toString())
          .map(name -> name.replaceFirst("aof\\.\\d+\\.", "aof.N."))
          .map(name -> name.replaceFirst("redis-server-[0-9.]+-.+", "redis-server-N-SYSTEM"))
          .filter(name -> !name.endsWith("disk-test")) // gone again at once
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> all = Files.walk(Path.of("web/src"))) {
      return all.filter(Files::isRegularFile)
          .filter(f -> f.toString().matches(".*\\.(ts|svelte)"))
          .filter(f -> !f.toString().matches(".*(\\.test|\\.fakes|/fakes|/testing)\\.ts"))
          .toList();
    }
  }

  /** What stands first in the rows of the table below the heading. */
  private static Set<String> column(String heading) throws IOException {
    String text = Files.readString(PAGE);
    int from = text.indexOf(heading + "\n");
    assertTrue(from >= 0, heading);
    int to = text.indexOf("\n## ", from);
    return Pattern.compile("(?m)^\\| `([^`]+)` \\|")
        .matcher(text.substring(from, to < 0 ? text.length() : to))
        .results()
        .map(r -> r.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
