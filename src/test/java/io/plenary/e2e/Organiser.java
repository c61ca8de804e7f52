package io.plenary.e2e;

import io.plenary.kinds.AllKinds;
import io.plenary.kinds.qa.wire.QaServerMessage.QuestionTotalsMessage;
import io.plenary.kinds.qa.wire.QaWire.StateCounts;
import io.plenary.protocol.ActivityMessage.LockActivity;
import io.plenary.protocol.ActivityMessage.OpenActivity;
import io.plenary.protocol.ClientMessage.Command;
import io.plenary.protocol.ClientMessage.Hello;
import io.plenary.protocol.ErrorCode;
import io.plenary.protocol.Wire.OrganiserBallotView;
import io.plenary.protocol.Wire.Tally;
import io.plenary.simulation.Desk;
import io.plenary.simulation.Venue;
import io.plenary.words.Role;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

/**
 * The organiser of the newest event: signed in over HTTP, giving commands over the WebSocket.
 * Blocking; for test threads.
 */
final class Organiser implements AutoCloseable {
  private static final String EMAIL = "organiser@example.org";
  private static final String PASSWORD = "seven quiet bridges at dusk";

  /** Makes a command from the ref and the poll as it is now. */
  interface OnPoll {
    Command of(long ref, OrganiserBallotView poll);
  }

  private final URI base;
  private final String cookie;
  private final JsonObject event;
  private final Context loop;
  private Desk desk;
  private StateCounts questions;

  private Organiser(Vertx vertx, URI base, HttpResponse<String> signedIn) {
    this.base = base;
    cookie =
        signedIn
            .headers()
            .firstValue("set-cookie")
            .orElseThrow(() -> new AssertionError(signedIn.body()))
            .split(";")[0];
    event = new JsonObject(fetch("/api/v1/events")).getJsonArray("events").getJsonObject(0);
    loop = vertx.getOrCreateContext();
    onLoop(
        () -> {
          Hello hello = new Hello(Role.ORGANISER, event.getString("id"), null, null);
          desk =
              new Desk(
                  vertx,
                  new Venue(vertx, base, AllKinds.REGISTRY.codec(), null),
                  hello,
                  cookie,
                  new SplittableRandom(),
                  () -> {});
          desk.listen(
              message -> {
                if (message instanceof QuestionTotalsMessage totals) questions = totals.counts();
              });
          desk.start();
          return null;
        });
    Patience.until("the organiser's snapshot", () -> onLoop(() -> desk.seen() != null));
  }

  /** Uses the set-up link the server printed. */
  static Organiser setUp(Vertx vertx, ServerProcess server) {
    String token = server.printed("organiser#setup=(\\S+)");
    JsonObject account =
        new JsonObject()
            .put("token", token)
            .put("name", "Organiser")
            .put("email", EMAIL)
            .put("password", PASSWORD);
    HttpResponse<String> made = Web.post(server.base().resolve("/api/v1/setup"), account);
    // Told to try again after a first try that had gone through: the account is there, the link is
    // used up.
    return made.body().contains("\"notAllowed\"")
        ? signIn(vertx, server)
        : new Organiser(vertx, server.base(), made);
  }

  static Organiser signIn(Vertx vertx, ServerProcess server) {
    JsonObject account = new JsonObject().put("email", EMAIL).put("password", PASSWORD);
    return new Organiser(
        vertx, server.base(), Web.post(server.base().resolve("/api/v1/session"), account));
  }

  String code() {
    return event.getString("code");
  }

  String event() {
    return event.getString("id");
  }

  /** The body of a page that must be there. */
  String fetch(String path) {
    HttpResponse<String> answer = Web.get(base.resolve(path), cookie);
    if (answer.statusCode() != 200) {
      throw new AssertionError(path + ": " + answer.statusCode() + " " + answer.body());
    }
    return answer.body();
  }

  /**
   * @param file such as results.csv
   */
  String fetchResults(String poll, String file) {
    return fetch("/api/v1/events/" + event() + "/activities/" + poll + "/" + file);
  }

  /** What files say of a poll; once it is locked, after its last step. */
  JsonObject results(String poll) {
    JsonObject[] found = new JsonObject[1];
    Patience.until(
        "the result to be complete",
        () -> {
          found[0] =
              new JsonObject(fetchResults(poll, "results.json"))
                  .getJsonArray("results")
                  .getJsonObject(0);
          boolean there =
              found[0].getString("state").equals("open") || found[0].getBoolean("complete");
          if (!there) Patience.pause(200);
          return there;
        });
    return found[0];
  }

  List<OrganiserBallotView> polls() {
    return onLoop(() -> desk.ballots());
  }

  /** How many questions people can see. */
  long questions() {
    return onLoop(() -> questions == null ? 0 : questions.published());
  }

  Tally tally(String poll) {
    return onLoop(() -> desk.tally(poll));
  }

  void open(String poll) {
    run(poll, (ref, p) -> new OpenActivity(ref, p.id(), p.rev()));
  }

  void lock(String poll) {
    run(poll, (ref, p) -> new LockActivity(ref, p.id(), p.rev()));
  }

  /** Repeats it on the newest snapshot while that is not there yet or the server is away. */
  void run(String poll, OnPoll command) {
    Desk.Refused[] last = new Desk.Refused[1];
    Patience.until(
        () -> "a command to be done: " + last[0].code + " " + last[0].getMessage(),
        () -> {
          OrganiserBallotView now =
              polls().stream().filter(p -> p.id().equals(poll)).findFirst().orElseThrow();
          last[0] =
              Patience.get(
                  onLoop(
                      () ->
                          desk.run(ref -> command.of(ref, now))
                              .map(id -> (Desk.Refused) null)
                              .otherwise(e -> (Desk.Refused) e)
                              .toCompletionStage()
                              .toCompletableFuture()));
          boolean again =
              last[0] != null
                  && (last[0].code == null || last[0].code.retry() != ErrorCode.Retry.NEVER);
          if (last[0] != null && !again) {
            throw new AssertionError(last[0].code + " " + last[0].getMessage());
          }
          if (again) Patience.pause(50);
          return last[0] == null;
        });
  }

  private <T> T onLoop(Callable<T> work) {
    CompletableFuture<T> done = new CompletableFuture<>();
    loop.runOnContext(
        v -> {
          try {
            done.complete(work.call());
          } catch (Exception | AssertionError e) {
            done.completeExceptionally(e);
          }
        });
    return Patience.get(done);
  }

  @Override
  public void close() {
    onLoop(
        () -> {
          desk.stop();
          return null;
        });
  }
}
