package io.plenary.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.activity.service.StoreUnavailable;
import io.plenary.metrics.StoreMeters;
import io.plenary.redis.StoreFinding.Kind;
import io.plenary.redis.embedded.TestRedis;
import io.plenary.redis.embedded.TestSentinels;
import io.vertx.core.Context;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CopiesTest {
  private static final Path SCRIPTS = Path.of("src/main/resources");
  private static final Pattern CALL =
      Pattern.compile("redis\\.p?call\\([^)]*?'([A-Z]+)'|redis\\.p?call\\([^,)]* or '([A-Z]+)'");

  private static final String NONE = "redis.set_repl(redis.REPL_NONE)\n";

  private Vertx vertx;
  private TestRedis master;
  private TestRedis replica;

  @BeforeAll
  void start() {
    vertx = Vertx.vertx();
    master = TestSentinels.withoutReplicas();
    replica = TestSentinels.replicaOf(master);
    Await.until(() -> call("WAIT 1 1").equals(":1"));
  }

  @AfterAll
  void stop() {
    Await.result(vertx.close());
    replica.close();
    master.close();
  }

  private String call(String command) {
    try {
      return master.call(command);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private RedisLink open(int copies) {
    RedisLink link =
        RedisLink.open(
            vertx,
            vertx.getOrCreateContext(),
            master.address(),
            LinkOptions.defaults(),
            StoreMeters.unread(),
            new StoreGate(copies));
    Await.result(link.ready());
    return link;
  }

  /** Writes once; what is there already is left as it is, as a vote that is sent again. */
  private static final Script ONCE =
      Script.of(
          "once",
          "#!lua\nif redis.call('EXISTS', KEYS[1]) == 1 then return 2 end\n"
              + "redis.call('SET', KEYS[1], ARGV[1])\nreturn 1");

  @Test
  @DisplayName(
      "O15 nothing is acknowledged while no copy has it, also when it is sent again over another"
          + " connection and there is nothing left to write")
  void aResendWaitsToo() {
    RedisLink one = open(1);
    RedisLink two = open(1);
    assertEquals(1, Await.result(one.eval(ONCE, List.of("plenary:0"), List.of("v"))).toInteger());
    replica.freeze();
    for (RedisLink link : List.of(one, two)) {
      Throwable e = Await.failure(link.eval(ONCE, List.of("plenary:1"), List.of("v")));
      assertTrue(assertInstanceOf(StoreUnavailable.class, e).getMessage().contains("0 of the 1"));
    }
    assertEquals("v", call("GET plenary:1"), "the master had it all the time");
    replica.thaw();
    assertEquals(2, Await.result(two.eval(ONCE, List.of("plenary:1"), List.of("v"))).toInteger());
  }

  @Test
  @DisplayName("O15 without copies nothing waits, and too few at start are said")
  void atStart() {
    replica.freeze();
    assertEquals(1, Await.result(open(0).eval(ONCE, List.of("plenary:2"), List.of(1))).toInteger());
    assertEquals(List.of(), found(0));
    assertEquals(Kind.TOO_FEW_COPIES, found(1).get(0).kind());
    replica.thaw();
    Await.until(() -> found(1).isEmpty());
    List<StoreFinding> two = found(2);
    assertTrue(two.get(0).fatal() && two.get(0).message().contains("1 of the 2 replicas"));
  }

  private List<StoreFinding> found(int copies) {
    Promise<List<StoreFinding>> done = Promise.promise();
    Context context = vertx.getOrCreateContext();
    context.runOnContext(
        v ->
            StoreCheck.look(vertx, context, master.address(), LinkOptions.defaults(), copies)
                .onComplete(done));
    return Await.result(done.future());
  }

  @Test
  @DisplayName("O15 every script and command that writes is waited for, on its own connection")
  void everythingThatWrites() throws IOException {
    List<Path> files = scripts();
    assertTrue(files.size() > 50, "looked at nothing");
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), master.port())) {
      BufferedReader seen =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      String monitor = "AUTH " + TestRedis.PASSWORD + "\r\nMONITOR\r\n";
      socket.getOutputStream().write(monitor.getBytes(StandardCharsets.UTF_8));
      assertEquals("+OK", seen.readLine());
      assertEquals("+OK", seen.readLine());
      RedisLink link = open(1);
      for (Path file : files) {
        // With arguments that no script takes: it is about what comes after it.
        Script script = Script.of(file.getFileName().toString(), text(file));
        boolean alone = script.source().startsWith("#!lua\n-- replicates nothing\n");
        assertTrue(!alone || replicatesNothing(script.source()), file.toString());
        boolean reads = script.source().startsWith("#!lua flags=no-writes");
        assertTrue(!reads || calls(Files.readString(file)).noneMatch(CopiesTest::writes));
        boolean writes = !reads && !alone;
        Await.result(link.eval(script, List.of(), List.of()).otherwiseEmpty());
        Await.result(link.send(Command.PING));
        assertEquals(writes, waited(seen, "evalsha"), file.toString());
        if (writes) assertTrue(waited(seen, "eval"), file.toString());
      }
      for (Command each : List.of(Command.SET, Command.HDEL, Command.ZADD, Command.GETEX)) {
        Await.result(link.send(each, "plenary:a", "1", "b").otherwiseEmpty());
        Await.result(link.send(Command.PING));
        assertTrue(waited(seen, each.toString()), each.toString());
      }
      Await.result(link.send(Command.GET, "plenary:b"));
      Await.result(link.ask(Command.PING));
      assertTrue(!waited(seen, "get"));
    }
  }

  @Test
  @DisplayName("O15 who is there is told while no copy answers: it is written to none")
  void whatIsNotReplicatedIsNotWaitedFor() {
    Script presence = Script.load("presence");
    RedisLink link = open(1);
    Await.result(link.send(Command.HSET, "plenary:{e}:state", "event", "{}"));
    replica.freeze();
    List<?> mine = List.of("node", 1_000, 60_000, 2, 2, 3, 10, 2);
    List<String> keys =
        List.of("plenary:{e}:state", "plenary:{e}:presence", "plenary:{e}:joined:r");
    assertEquals(3, Await.result(link.eval(presence, keys, mine)).get(1).toInteger(), "places");
    assertEquals(":1", call("EXISTS plenary:{e}:presence"));
    replica.thaw();
    Await.until(() -> call("WAIT 1 1").equals(":1"));
    Await.result(link.send(Command.SET, "plenary:3", "v"));
    assertEquals(":1", replicaSays("EXISTS plenary:3"));
    assertEquals(":0", replicaSays("EXISTS plenary:{e}:presence"));
  }

  private String replicaSays(String command) {
    try {
      return replica.call(command);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  @DisplayName("O15 a script that replicates cannot say that it does not")
  void whatSaysSoReplicatesNothing() throws IOException {
    String script = text(SCRIPTS.resolve("lua/presence.lua"));
    assertTrue(replicatesNothing(script));
    assertFalse(replicatesNothing(script.replace(NONE, "")));
    assertFalse(replicatesNothing(script.replace(NONE, "if KEYS[1] then\n  " + NONE + "end\n")));
    assertFalse(
        replicatesNothing(
            script.replace("\nlocal time", "\nredis.call('DEL', KEYS[2])\nlocal time")));
    assertFalse(replicatesNothing(script.replace(NONE, NONE + "redis.set_repl(redis.REPL_ALL)\n")));
    assertFalse(
        replicatesNothing(
            script.replace("\nlocal time", "\nredis.call(ARGV[1], KEYS[2])\nlocal time")));
    assertFalse(replicatesNothing(text(SCRIPTS.resolve("lua/note_connected.lua"))));
  }

  /**
   * Whether it can be seen that no replica gets anything: once, in no branch and before the first
   * write, it says so, and every command in it is named.
   */
  private static boolean replicatesNothing(String source) {
    int says = source.indexOf("\n" + NONE);
    return says >= 0
        && source.indexOf("set_repl") == source.lastIndexOf("set_repl")
        && Pattern.compile("redis\\.p?call").matcher(source).results().count()
            == calls(source).count()
        && calls(source.substring(0, says)).noneMatch(CopiesTest::writes);
  }

  private static List<Path> scripts() throws IOException {
    try (Stream<Path> all = Files.walk(SCRIPTS)) {
      return all.filter(
              file -> file.toString().endsWith(".lua") && !file.toString().contains("/lib/"))
          .sorted()
          .toList();
    }
  }

  /** As it is sent. */
  private static String text(Path file) throws IOException {
    String own = Files.readString(file);
    StringBuilder all = new StringBuilder();
    for (String line : own.split("\n")) {
      if (!line.startsWith("-- include ")) all.append(line).append('\n');
      else all.append(Files.readString(SCRIPTS.resolve("lua/lib/" + line.substring(11) + ".lua")));
    }
    return all.toString();
  }

  private static Stream<String> calls(String source) {
    List<String> all = new ArrayList<>();
    CALL.matcher(source)
        .results()
        .forEach(found -> all.add(found.group(1) == null ? found.group(2) : found.group(1)));
    return all.stream();
  }

  private static boolean writes(String command) {
    return AclCheck.writes(Command.create(command.toLowerCase(Locale.ROOT)));
  }

  /** Whether the command was followed by a WAIT before the next PING of that connection. */
  private static boolean waited(BufferedReader seen, String command) throws IOException {
    String from = null;
    while (true) {
      String line = seen.readLine();
      String name = line.replaceAll("^\\S+ \\[[^\\]]*\\] \"([^\"]*)\".*", "$1");
      String client = line.replaceAll("^\\S+ \\[([^\\]]*)\\].*", "$1");
      if (name.equalsIgnoreCase(command)) from = client;
      if (!client.equals(from)) continue;
      if (name.equalsIgnoreCase("wait")) return true;
      if (name.equalsIgnoreCase("ping")) return false;
    }
  }
}
