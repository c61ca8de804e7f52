package io.plenary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.anonymity.EmbeddedStore;
import io.plenary.config.Loaded;
import io.plenary.config.Settings;
import io.plenary.config.SettingsLoader;
import io.plenary.kinds.AllKinds;
import io.plenary.transport.Browser;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is printed, by the server and by the commands beside it. */
class ConsoleTest {
  private static final String EMAIL = "owner@plenary.example";
  private static final String PASSWORD = "a long enough passphrase 7";

  /** What a command prints; "!" and its words when it fails. */
  private static String command(Path data, String... args) {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    StoreCommands.Call call = StoreCommands.Call.of(args);
    Settings settings =
        ((Loaded.Run) SettingsLoader.load(new String[] {"--data=" + data}, Map.of(), data))
            .settings();
    Vertx vertx = Vertx.vertx();
    try (Store store = Store.attach(settings.store())) {
      PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
      StoreCommands commands = new StoreCommands(vertx, store, settings, AllKinds.REGISTRY, out);
      Waiting.result(commands.run(call).toCompletionStage().toCompletableFuture());
    } catch (StartFailure e) {
      return "!" + e.getMessage();
    } finally {
      Waiting.result(vertx.close().toCompletionStage().toCompletableFuture());
    }
    return printed.toString(StandardCharsets.UTF_8);
  }

  private static String found(String pattern, String text) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    assertTrue(matcher.find(), () -> pattern + " in:\n" + text);
    return matcher.group(1);
  }

  @Test
  @DisplayName("O8 where no person reads, the set-up link is printed and no link that lasts")
  void o8_notATerminal(@TempDir Path data) {
    try (TestServer server = TestServer.unread(data)) {
      assertFalse(server.console().contains("/stage/"), server.console());
      assertFalse(server.console().contains("/remote/"), server.console());
      assertTrue(server.console().contains("command links"), server.console());
      new Browser(server.base()).setUp(server.setupToken(), EMAIL, PASSWORD);
    }
    try (TestServer server = TestServer.start(data)) {
      assertTrue(server.console().contains("/stage/"), "a terminal shows them");
      assertFalse(server.console().contains("#setup="), "there is an account");
    }
  }

  @Test
  @DisplayName("a command of a version that is too old for the store says so, and does nothing")
  void tooOldForTheStore(@TempDir Path data) throws Exception {
    try (TestServer server = TestServer.start(data);
        EmbeddedStore store = new EmbeddedStore(data)) {
      assertTrue(command(data, "links").contains(server.setupToken()));
      store.put("plenary:nodes", "format", "2");
      String refused = command(data, "links");
      assertTrue(refused.startsWith("!The store is written in format 2"), refused);
    }
  }

  @Test
  @DisplayName("O8 O2 O3 commands print links while the server runs, and while it does not")
  void o8_commands(@TempDir Path data) throws Exception {
    String base;
    try (TestServer server = TestServer.start(data)) {
      base = server.base().toString();
      String links = command(data, "links");
      assertEquals(server.link("stage").toString(), found("Stage +(\\S+)", links));
      assertEquals(server.link("remote").toString(), found("Remote +(\\S+)", links));
      assertEquals(links.substring(links.indexOf("Stage")), linksOf(data, server.code()));
      assertTrue(command(data, "links", "222 222").startsWith("!There is no event"), "unknown");
      Browser owner = new Browser(server.base());
      assertEquals(server.setupToken(), found("#setup=(\\S+)", links), "it is the same");
      assertEquals(403, setUp(owner, server.setupToken() + "x"));
      assertEquals(201, setUp(owner, server.setupToken()));
      assertFalse(command(data, "links").contains("#setup="), "there is an account");

      assertTrue(command(data, "sign-in-link").startsWith("!Name the account"), "no address");
      assertTrue(command(data, "sign-in-link", "x").startsWith("!x is not"), "no address");
      assertTrue(
          command(data, "reset-password", "nobody@plenary.example").startsWith("!There is no acc"),
          "nobody");
      String in = found("(http\\S+)", command(data, "sign-in-link", EMAIL));
      assertTrue(in.startsWith(base + "/organiser#sign-in="), in);
      assertEquals(200, use(new Browser(server.base()), "sign-in", in, null));
      String reset = found("(http\\S+)", command(data, "reset-password", EMAIL));
      assertEquals(200, use(new Browser(server.base()), "reset", reset, "new " + PASSWORD));
      assertEquals(401, owner.get("/api/v1/events").statusCode());
    }
    String later = found("(http\\S+)", command(data, "sign-in-link", EMAIL));
    assertTrue(later.startsWith(base), "as the server said: " + later);
    assertTrue(command(data, "links").contains(base + "/remote/"), "without the server");
    Path none = data.resolve("none");
    assertTrue(command(none, "links").startsWith("!There is no data folder"), "nothing is made");
    assertFalse(Files.exists(none));
    try (TestServer server = TestServer.start(data)) {
      assertEquals(200, use(new Browser(server.base()), "sign-in", later, null));
    }
  }

  private static String linksOf(Path data, String code) {
    String links = command(data, "links", code.toLowerCase(java.util.Locale.ROOT));
    return links.substring(links.indexOf("Stage"));
  }

  private static int setUp(Browser browser, String token) {
    try {
      browser.setUp(token, EMAIL, PASSWORD);
      return 201;
    } catch (AssertionError e) {
      return Integer.parseInt(e.getMessage().substring(0, 3));
    }
  }

  private static int use(Browser browser, String kind, String url, String password) {
    JsonObject body = new JsonObject().put("link", url.substring(url.indexOf('=') + 1));
    if (password != null) body.put("password", password);
    return browser.post("/api/v1/links/" + kind + "/use", body).statusCode();
  }
}
