package io.plenary.load.server;

import com.fasterxml.jackson.databind.JsonNode;
import io.plenary.load.net.Loops;
import io.plenary.load.phone.Follower;
import io.plenary.load.phone.ListView;
import io.plenary.load.wire.Beside;
import io.plenary.load.wire.Golden;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * The presenter's remote: what goes on in the room, and the list of questions. Comes back when the
 * line is lost.
 */
public final class Remote extends StandingLine implements Follower.Reader {
  private static final Set<String> LIST = Set.of("questionsHead", "questionPage", "questionsMoved");
  private static final long ANSWER_WITHIN_MS = 3_000;
  private static final long LOOK_MS = 250;
  private final Golden golden;
  private final String activity;
  private final Follower follower = new Follower(this, "popular");
  private JsonNode now;

  Remote(Loops loops, int port, String hello, Golden golden, String activity) {
    super(loops, port, "", hello, golden.ping());
    this.golden = golden;
    this.activity = activity;
    loop.scheduleAtFixedRate(this::look, LOOK_MS, LOOK_MS, TimeUnit.MILLISECONDS);
  }

  private void look() {
    if (live()
        && follower.waitsSince(
            System.nanoTime() - TimeUnit.MILLISECONDS.toNanos(ANSWER_WITHIN_MS))) {
      drop();
    }
  }

  @Override
  protected void arrived() {
    follower.connected();
  }

  @Override
  protected void read(JsonNode message) {
    String type = message.get("type").asText();
    if (LIST.contains(type)) follower.read(message);
    else if (type.equals("organiserSnapshot")) now = Beside.questions(message).deepCopy();
    else if (type.equals("questionTotals")) now = QueueDesk.totals(now, message);
    else if (type.equals("error")) {
      loop.schedule(
          this::again, message.path("retryAfterMs").asLong(LOOK_MS), TimeUnit.MILLISECONDS);
    }
  }

  private void again() {
    if (live()) follower.again();
  }

  @Override
  public Golden golden() {
    return golden;
  }

  @Override
  public String activity() {
    return activity;
  }

  @Override
  public void say(String message) {
    send(message);
  }

  /** Whether it is there, with all of the list. */
  public boolean settled() {
    return live() && follower.settled();
  }

  /** The list. On its event loop. */
  public ListView view() {
    return follower.view();
  }

  /** Settings, live question and counts of the Q&A as the picture shows them. On its event loop. */
  public JsonNode now() {
    return now;
  }

  /** When its list last changed, {@link System#nanoTime()}. */
  public long changedAt() {
    return follower.changedAt();
  }
}
