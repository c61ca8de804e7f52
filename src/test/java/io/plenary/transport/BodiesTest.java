package io.plenary.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.redis.Await;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * What bodies may hold together, and for how long, on a server with a small share and little time.
 */
class BodiesTest {
  private static final int SHARE = 200_000;
  private static final long DRIP_NANOS = 20_000_000;
  private static final String ECHO = "/echo";
  private final Vertx vertx = Vertx.vertx();
  private final List<RawRequest> open = new ArrayList<>();
  private Intake intake;
  private URI base;

  private void serve(long withinMs) {
    intake = new Intake(new Intake.Share(SHARE), new Intake.Share(SHARE), withinMs, withinMs);
    Router router = Router.router(vertx);
    Bodies bodies = new Bodies(vertx, intake);
    bodies.mountFirst(router, "/file");
    router.route("/nobody").handler(ctx -> ctx.response().setStatusCode(401).end());
    router.route().handler(bodies::read);
    router.route(ECHO).handler(ctx -> ctx.response().end("" + Bodies.of(ctx).length()));
    HttpServer server =
        Await.result(vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1"));
    base = URI.create("http://127.0.0.1:" + server.actualPort());
  }

  private RawRequest post(String path, int length) {
    RawRequest request = new RawRequest(base, path, length);
    open.add(request);
    return request;
  }

  @AfterEach
  void close() {
    open.forEach(RawRequest::close);
    Await.result(vertx.close());
  }

  @Test
  @DisplayName(
      "O17 bodies that are half sent hold no more than their share together; whoever joins is let"
          + " in beside them")
  void share() {
    serve(60_000);
    List<String> refused = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      RawRequest half = post(ECHO, 60_000);
      half.send("x".repeat(50_000)); // four of them are the share
      if (i >= 4) refused.add(half.answer());
      else {
        int n = i + 1;
        Await.until(() -> intake.requests().held() == n * (50_000L - Arriving.FREE));
      }
    }
    for (String answer : refused) {
      assertTrue(
          answer.startsWith("http/1.1 503")
              && answer.contains("retry-after: 2")
              && answer.contains("taking in as much as it can hold"),
          answer);
    }
    RawRequest joining = post(ECHO, Arriving.FREE);
    joining.send("x".repeat(Arriving.FREE));
    assertTrue(joining.answer().endsWith("\n" + Arriving.FREE), "small bodies are nobody else's");
    assertTrue(intake.requests().held() <= SHARE);
    open.forEach(RawRequest::close);
    Await.until(() -> intake.requests().held() == 0);
  }

  @Test
  @DisplayName(
      "O17 a body that is answered gives its share back, and the connection serves the next"
          + " request")
  void goesOn() {
    serve(60_000);
    RawRequest one = post(ECHO, 60_000);
    one.send("x".repeat(60_000));
    assertTrue(one.answer().endsWith("\n60000"));
    one.send("POST " + ECHO + " HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n{}");
    assertTrue(one.answer().endsWith("\n2"));
    assertEquals(0, intake.requests().held());
  }

  @Test
  @DisplayName(
      "O17 a body that is too large, by its head or by what comes, is refused with its limit; the"
          + " connection goes on after it")
  void tooLarge() {
    serve(60_000);
    RawRequest said = post(ECHO, Bodies.MOST + 1);
    String answer = said.answer();
    assertTrue(answer.startsWith("http/1.1 413") && answer.contains("64 KiB"), answer);
    assertTrue(said.send("x".repeat(Bodies.MOST + 1)));
    said.send("POST " + ECHO + " HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n{}");
    assertTrue(said.answer().endsWith("\n2"));
    RawRequest unsaid = new RawRequest(base, ECHO, 0);
    open.add(unsaid);
    assertTrue(unsaid.answer().endsWith("\n0"));
    unsaid.send(
        "POST "
            + ECHO
            + " HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n11000\r\n"
            + "x".repeat(0x11000));
    assertTrue(unsaid.answer().contains("64 KiB"));
    assertEquals(0, intake.requests().held());
  }

  @Test
  @DisplayName("O17 what nobody wants is refused before it is read")
  void unread() {
    serve(60_000);
    RawRequest stranger = post("/nobody", 1_000_000);
    assertTrue(stranger.answer().startsWith("http/1.1 401"));
    assertEquals(0, intake.requests().held());
  }

  @Test
  @DisplayName(
      "O12 three hundred bodies that drip are each told after their time, however often something"
          + " comes, and lose their connection")
  void drips() throws InterruptedException {
    serve(1_500);
    List<RawRequest> slow = new ArrayList<>();
    for (int i = 0; i < 300; i++) slow.add(post(ECHO, 60_000));
    AtomicBoolean done = new AtomicBoolean();
    Thread drip =
        new Thread(
            () -> {
              while (!done.get()) {
                slow.forEach(each -> each.send("x"));
                LockSupport.parkNanos(DRIP_NANOS);
              }
            });
    drip.start();
    try {
      for (RawRequest each : slow) {
        String answer = each.answer();
        assertTrue(answer.startsWith("http/1.1 408") && answer.contains("to arrive"), answer);
      }
      slow.forEach(RawRequest::closed);
    } finally {
      done.set(true);
      drip.join();
    }
    assertEquals(0, intake.requests().held());
  }

  @Test
  @DisplayName(
      "O17 a body that does not arrive in time is told so and loses the connection, and so does one"
          + " that was refused and goes on")
  void late() {
    serve(300);
    RawRequest slow = post(ECHO, 1_000);
    slow.send("x");
    String answer = slow.answer();
    assertTrue(answer.startsWith("http/1.1 408") && answer.contains("to arrive"), answer);
    slow.closed();
    RawRequest refused = post("/nobody", 1_000);
    assertTrue(refused.answer().startsWith("http/1.1 401"));
    refused.closed();
  }
}
