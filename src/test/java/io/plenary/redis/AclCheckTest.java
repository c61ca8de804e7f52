package io.plenary.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.redis.StoreFinding.Kind;
import io.plenary.redis.embedded.TestRedis;
import io.vertx.core.Context;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AclCheckTest {
  private static final Path SERVER = Path.of("src/main/java/io/plenary");
  private static final Path LUA = Path.of("src/main/resources");
  private final Vertx vertx = Vertx.vertx();
  private TestRedis redis;

  @BeforeEach
  void start() throws IOException {
    redis = TestRedis.start();
    redis.call("ACL SETUSER app on >guess ~plenary:* &plenary:* +@all");
  }

  @AfterEach
  void stop() {
    Await.result(vertx.close());
    redis.close();
  }

  private List<StoreFinding> look() {
    StoreAddress app =
        new StoreAddress("127.0.0.1", redis.address().port(), "app", "guess", 0, false);
    Promise<List<StoreFinding>> done = Promise.promise();
    Context context = vertx.getOrCreateContext();
    context.runOnContext(
        v -> StoreCheck.look(vertx, context, app, LinkOptions.defaults(), 0).onComplete(done));
    return Await.result(done.future());
  }

  private static Set<String> found(Path folder, String ending, String pattern) throws IOException {
    TreeSet<String> found = new TreeSet<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(ending)).toList()) {
        Matcher m = Pattern.compile(pattern).matcher(Files.readString(file));
        while (m.find()) found.add(m.group(1).toUpperCase(Locale.ROOT));
      }
    }
    return found;
  }

  @Test
  @DisplayName("O4 the list of rights is what the scripts and the code use, no more and no less")
  void o4_listIsComplete() throws IOException {
    Set<String> used = found(LUA, ".lua", "redis\\.p?call\\([^)]*?'([A-Z]+)'");
    used.addAll(found(LUA, ".lua", "redis\\.p?call\\([^,)]* or '([A-Z]+)'"));
    used.addAll(found(SERVER, ".java", "Command\\.([A-Z]+)\\b"));
    used.add("DISCARD");
    assertTrue(used.size() > 30, "looked at nothing");
    Set<String> listed = new TreeSet<>(AclCheck.commands(PubSub.PLAIN));
    listed.addAll(AclCheck.commands(PubSub.SHARDED));
    assertEquals(used, listed);
  }

  @Test
  @DisplayName("O4 nothing missing is nothing said, and nothing is carried out")
  void o4_everythingAllowed() throws IOException {
    assertEquals(List.of(), look());
    assertEquals(":0", redis.call("DBSIZE"));
    assertTrue(redis.call("INFO persistence").startsWith("#"));
  }

  @Test
  @DisplayName(
      "O4 each command that is denied is refused at start with the command that grants it, and that"
          + " is enough")
  void o4_eachCommand() throws IOException {
    for (String command : AclCheck.commands(PubSub.PLAIN)) {
      if (List.of("CONFIG", "SLOWLOG", "INFO", "SELECT").contains(command)) {
        continue; // done without, or part of connecting
      }
      redis.call("ACL SETUSER app -" + command.toLowerCase(Locale.ROOT));
      List<StoreFinding> found = look();
      assertEquals(
          List.of(Kind.NOT_ALLOWED), found.stream().map(StoreFinding::kind).toList(), command);
      String grant = granted(found);
      assertTrue(
          found.get(0).fatal() && grant.contains("+" + command.toLowerCase(Locale.ROOT)), grant);
      redis.call(grant);
      assertEquals(List.of(), look(), grant);
    }
  }

  @Test
  @DisplayName("O4 channels and keys that are denied are refused with the command that grants them")
  void o4_channelsAndKeys() throws IOException {
    for (String denial :
        List.of(
            "resetchannels",
            "resetchannels &plenary:{*}:hints",
            "resetkeys ~plenary:{*}:*",
            "resetkeys %R~plenary:*")) {
      redis.call("ACL SETUSER app " + denial);
      String grant = granted(look());
      assertTrue(grant.contains(denial.contains("keys") ? "~plenary:*" : "&plenary:*"), grant);
      redis.call(grant);
      assertEquals(List.of(), look(), grant);
    }
  }

  @Test
  @DisplayName("O4 a user that may next to nothing is told everything at once")
  void o4_nearlyNothing() throws IOException {
    redis.call("ACL SETUSER app reset on >guess +info +select");
    redis.call(granted(look()));
    assertEquals(List.of(), look());
  }

  @Test
  @DisplayName("O4 the user that the README makes may do everything")
  void o4_userOfTheReadme() throws IOException {
    Matcher line =
        Pattern.compile("(?m)^ACL SETUSER plenary on >PASSWORD (.*)$")
            .matcher(Files.readString(Path.of("README.md")));
    assertTrue(line.find());
    redis.call("ACL SETUSER app reset on >guess " + line.group(1));
    assertEquals(List.of(), look());
  }

  private static String granted(List<StoreFinding> found) {
    Matcher m =
        Pattern.compile("run: (ACL SETUSER app [^()]*) \\(").matcher(found.get(0).message());
    assertTrue(m.find(), found.get(0).message());
    return m.group(1);
  }
}
