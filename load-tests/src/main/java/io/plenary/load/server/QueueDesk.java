package io.plenary.load.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plenary.load.net.Loops;
import io.plenary.load.wire.Beside;
import io.plenary.load.wire.Golden;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Where a moderator sits: follows the queue, comes back when the line is lost, and is never
 * blocked. Everything on its event loop.
 */
public final class QueueDesk extends StandingLine {
  private static final long ANSWER_WITHIN_MS = 3_000;
  private static final long AGAIN_MS = 300;
  private final Golden golden;
  private final String activity;
  private final QueueView view = new QueueView();
  private final Map<Long, Consumer<JsonNode>> waiting = new HashMap<>();
  private long refs;
  private boolean asked;
  private JsonNode now;
  private volatile boolean whole;
  private volatile int size;
  private volatile long changedAt;

  QueueDesk(Loops loops, int port, String hello, String cookie, Golden golden, String activity) {
    super(loops, port, "Cookie: " + cookie + "\r\n", hello, golden.ping());
    this.golden = golden;
    this.activity = activity;
  }

  @Override
  protected void arrived() {
    asked = false;
    head();
  }

  private void head() {
    whole = false;
    asked = true;
    run(
        golden.client("watchQueue").put("activity", activity),
        answer -> {
          asked = false;
          if (answer == null) return;
          if (answer.get("type").asText().equals("queueHead")) view.head(answer);
          goOn();
        });
  }

  private void goOn() {
    whole = view.whole();
    size = view.size();
    changedAt = System.nanoTime();
    if (!live() || asked || whole) return;
    asked = true;
    if (view.gap()) {
      loop.schedule(this::head, AGAIN_MS, TimeUnit.MILLISECONDS);
      return;
    }
    ObjectNode ask = golden.client("getQueue").put("activity", activity).put("after", view.after());
    run(
        ask,
        answer -> {
          asked = false;
          if (answer == null) return;
          if (answer.get("type").asText().equals("queuePage")) view.page(answer);
          goOn();
        });
  }

  /**
   * @param then gets the answer, whatever it is; null when none came
   */
  public void run(ObjectNode command, Consumer<JsonNode> then) {
    if (!live()) {
      then.accept(null);
      return;
    }
    long ref = ++refs;
    waiting.put(ref, then);
    send(command.put("ref", ref).toString());
    loop.schedule(
        () -> {
          if (waiting.containsKey(ref)) drop();
        },
        ANSWER_WITHIN_MS,
        TimeUnit.MILLISECONDS);
  }

  /** The same, waiting for it. Not on an event loop. */
  public JsonNode ask(ObjectNode command) throws InterruptedException {
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    loop.execute(() -> run(command, answer::complete));
    return answer.join();
  }

  /**
   * @param item as it is on the screen
   */
  public ObjectNode merge(JsonNode item, String into) {
    return golden
        .client("mergeQuestion")
        .put("activity", activity)
        .put("id", item.get("id").asText())
        .put("rev", item.get("rev").asLong())
        .put("into", into);
  }

  public ObjectNode unmerge(JsonNode item) {
    return golden
        .client("unmergeQuestion")
        .put("activity", activity)
        .put("id", item.get("id").asText())
        .put("rev", item.get("rev").asLong());
  }

  /**
   * @param act a golden one: approve, decline, label, archive, restore, answer
   */
  public ObjectNode moderate(String act, Collection<JsonNode> items) {
    ObjectNode command = golden.client("moderateQuestions-" + act).put("activity", activity);
    ArrayNode refs = command.putArray("items");
    items.forEach(
        item ->
            refs.addObject()
                .put("id", item.get("id").asText())
                .put("rev", item.get("rev").asLong()));
    return command;
  }

  /**
   * @param n null: none
   */
  public ObjectNode highlight(Integer n, Integer live) {
    return golden
        .client("highlightQuestion")
        .put("activity", activity)
        .put("n", n)
        .put("live", live);
  }

  public ObjectNode answered(int n) {
    return golden.client("answeredQuestion").put("activity", activity).put("n", n);
  }

  @Override
  protected void read(JsonNode message) {
    switch (message.get("type").asText()) {
      case "queueMoved" -> {
        if (!message.get("activity").asText().equals(activity)) return;
        view.moved(message);
        goOn();
      }
      case "organiserSnapshot" -> now = Beside.questions(message).deepCopy();
      case "questionTotals" -> now = totals(now, message);
      default -> {
        Consumer<JsonNode> asker =
            message.path("ref").isNumber() ? waiting.remove(message.get("ref").asLong()) : null;
        if (asker != null) asker.accept(message);
      }
    }
  }

  /**
   * The picture with newer numbers, as pages of those who run it take them; what was seen before
   * stays as it was.
   */
  static JsonNode totals(JsonNode now, JsonNode message) {
    if (!(now instanceof ObjectNode) || !message.has("counts")) return now;
    ObjectNode shown = now.deepCopy();
    shown.set("counts", message.get("counts"));
    if (shown.path("live") instanceof ObjectNode live
        && live.get("n").equals(message.at("/live/n"))) live.set("up", message.at("/live/up"));
    return shown;
  }

  @Override
  protected void lost() {
    whole = false;
    Map<Long, Consumer<JsonNode>> all = new HashMap<>(waiting);
    waiting.clear();
    all.values().forEach(asker -> asker.accept(null));
  }

  public QueueView view() {
    return view;
  }

  /** Settings, live question and counts of the Q&A as the picture shows them. */
  public JsonNode now() {
    return now;
  }

  /** Whether every question is on the screen. */
  public boolean whole() {
    return live() && whole;
  }

  /** How many questions are on the screen. */
  public int size() {
    return size;
  }

  /** When the queue last changed, {@link System#nanoTime()}. */
  public long changedAt() {
    return changedAt;
  }
}
