package io.plenary.transport.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.TestServer;
import io.plenary.identity.Hmac;
import io.plenary.identity.Ids;
import io.plenary.identity.MacKey;
import io.plenary.identity.StreamSecrets;
import io.plenary.redis.Await;
import io.plenary.redis.LinkOptions;
import io.plenary.redis.RedisLink;
import io.plenary.redis.store.RedisBroker;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** An event stream at one of three nodes, whose messages arrive at the others. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForwardedStreamTest {
  private static final byte[] PING = "{\"type\":\"ping\"}".getBytes(StandardCharsets.UTF_8);
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private ThreeNodes nodes;
  private Guests guests;

  @BeforeAll
  void start(@TempDir Path folder) {
    nodes = new ThreeNodes(folder);
    guests = new Guests(nodes.here);
  }

  @AfterAll
  void stop() {
    nodes.close();
  }

  private StreamPeer at(TestServer server) {
    StreamPeer peer = (StreamPeer) Way.STREAM.connect(server.base()).send(guests.attendee());
    peer.next("attendeeSnapshot");
    return peer;
  }

  private static byte[] unknown(int ref) {
    return new JsonObject()
        .put("type", "openActivity")
        .put("ref", ref)
        .put("activity", "nosuchpoll00")
        .put("rev", 1)
        .toBuffer()
        .getBytes();
  }

  @Test
  void messagesKeepTheirOrderWhicheverNodeTheyArriveAt() {
    StreamPeer peer = at(nodes.here);
    for (int i = 1; i <= 24; i++) {
      assertEquals(204, peer.post(nodes.all.get(i % 3).base(), i, unknown(i)));
    }
    for (int i = 1; i <= 24; i++) assertEquals(i, peer.next("error").getInteger("ref"));
    assertEquals(204, peer.post(nodes.there.base(), 24, unknown(24)), "taken once");
    assertEquals(204, peer.post(nodes.third.base(), 25, unknown(25)));
    assertEquals(25, peer.next("error").getInteger("ref"), "a repetition does nothing");
    assertEquals(409, peer.post(nodes.there.base(), 27, PING), "one was left out");
    assertEquals(204, peer.post(nodes.there.base(), 26, PING));
    peer.next("pong");
    byte[] noText = {'{', (byte) 0xC3, (byte) 0x28, '}'};
    assertEquals(204, peer.post(nodes.there.base(), 27, noText));
    assertEquals("notText", peer.error(), "byte by byte");
    assertEquals(204, peer.post(nodes.there.base(), 28, new byte[64 * 1024 + 1]));
    assertEquals(1009, peer.goodbye(), "too large, as at its own node");
    assertEquals(404, peer.post(nodes.there.base(), 29, PING), "it has ended");
  }

  @Test
  void ofANodeThatIsGoneTheStreamHasEnded() {
    TestServer fourth = nodes.another();
    StreamPeer peer = at(fourth);
    assertEquals(204, peer.post(nodes.here.base(), 1, PING));
    peer.next("pong");
    nodes.stop(fourth);
    long from = System.nanoTime();
    assertEquals(404, peer.post(nodes.here.base(), 2, PING));
    assertTrue(System.nanoTime() - from < TimeUnit.SECONDS.toNanos(1), "at once");
  }

  private StreamSecrets secretsOf(String node) throws IOException {
    MacKey key = MacKey.ofSecret(nodes.redis.call("GET plenary:{identity}:secret"));
    return new StreamSecrets(key, new Hmac(), new Ids(new SecureRandom()::nextBytes), node);
  }

  private int status(URI at, String secret) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(at.resolve("/api/v1/stream/message"))
            .header("content-type", "application/json")
            .header("plenary-stream", secret)
            .header("plenary-seq", "1")
            .POST(HttpRequest.BodyPublishers.ofByteArray(PING))
            .build();
    return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
  }

  @Test
  void aNodeThatSaysNothingIsWaitedForAWhileAndThenGone() throws Exception {
    String name = "silentnode00";
    Vertx vertx = Vertx.vertx();
    LinkOptions options = LinkOptions.defaults();
    RedisLink link =
        RedisLink.open(vertx, vertx.getOrCreateContext(), nodes.redis.address(), options);
    RedisBroker silent =
        new RedisBroker(vertx, vertx.getOrCreateContext(), nodes.redis.address(), options, link);
    Await.result(silent.subscriber().subscribe("plenary:node:" + name, text -> {}));
    long from = System.nanoTime();
    assertEquals(404, status(nodes.here.base(), secretsOf(name).fresh()));
    long ms = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - from);
    assertTrue(ms >= 3_000 && ms < 6_000, ms + " ms");
    Await.result(silent.close());
    Await.result(vertx.close());
  }

  @Test
  void whoGuessesMakesNodesSayNothingToEachOther() throws Exception {
    URI at = nodes.here.base();
    String genuine = secretsOf("goneforgood0").fresh();
    assertEquals(404, status(at, genuine));
    long before = nodes.redis.calls("publish");
    for (int i = 0; i < 300; i++) {
      String random = new Ids(new SecureRandom()::nextBytes).secret128();
      String forged = new Ids(new SecureRandom()::nextBytes).id() + "." + random + "." + random;
      assertEquals(404, status(at, forged));
    }
    long said = nodes.redis.calls("publish") - before;
    assertTrue(said < 60, said + " messages; canaries are some"); // none of 300
  }
}
