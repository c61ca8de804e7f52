package io.plenary.load.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plenary.load.server.QueueDesk;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * A moderator who does anything to anything, mostly what its state allows as far as the screen
 * says. On the desk's event loop.
 */
final class Quarreller {
  /** What may be done, from which states, how often. */
  private enum Act {
    APPROVE(30, "waiting", "declined"),
    DECLINE(5, "waiting", "published"),
    MERGE(10, "waiting", "published"),
    UNMERGE(20, "merged"),
    ARCHIVE(5, "published", "answered", "declined"),
    RESTORE(30, "archived", "answered", "declined"),
    LABEL(6, "waiting", "published", "merged", "archived"),
    HIGHLIGHT(8, "published"),
    NONE_LIVE(3, "live"),
    ANSWERED(3, "published", "live"),
    ANSWER(3, "published", "answered");

    final int weight;
    final Set<String> from;

    Act(int weight, String... from) {
      this.weight = weight;
      this.from = Set.of(from);
    }
  }

  private static final double BLIND = 0.1;
  private static final int THINKS_MS = 100;
  private static final int TRIES = 50;
  private final QueueDesk desk;
  private final Random random;
  private final int family;
  private final Map<String, Long> answers = new TreeMap<>();
  private boolean on;
  private int busy;

  /**
   * @param family so many questions in a row are one family; only within it is anything merged
   */
  Quarreller(QueueDesk desk, long seed, int family) {
    this.desk = desk;
    this.family = family;
    random = new Random(seed);
  }

  void start() {
    desk.loop()
        .execute(
            () -> {
              if (on) return;
              on = true;
              step();
            });
  }

  /** Returns when the last answer is there. */
  void stop() throws Exception {
    desk.loop().submit(() -> on = false).await();
    Audience.await(
        "the answers for a moderator",
        15_000,
        () -> {
          try {
            return Audience.on(desk, () -> busy == 0);
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        });
  }

  private void step() {
    if (!on) return;
    ObjectNode command = desk.whole() ? choose() : null;
    if (command == null) {
      later();
      return;
    }
    busy++;
    desk.run(
        command,
        answer -> {
          busy--;
          note(command.get("type").asText(), answer);
          later();
        });
  }

  private void later() {
    desk.loop().schedule(this::step, 20 + random.nextInt(THINKS_MS), TimeUnit.MILLISECONDS);
  }

  private void note(String type, JsonNode answer) {
    String what = answer == null ? "unanswered" : answer.get("type").asText();
    if (what.equals("error")) what = answer.get("code").asText();
    if (what.equals("moderated")) {
      what =
          answer.get("conflicts").isEmpty()
              ? "done"
              : answer.get("conflicts").get(0).get("code").asText();
    }
    answers.merge(
        what.equals("done") || what.equals("conflict") || what.equals("unanswered")
            ? what
            : type + " " + what,
        1L,
        Long::sum);
  }

  private ObjectNode choose() {
    List<JsonNode> all = new ArrayList<>(desk.view().items().values());
    for (int i = 0; i < TRIES && !all.isEmpty(); i++) {
      JsonNode item = all.get(random.nextInt(all.size()));
      Act act = any();
      boolean fits = act.from.contains(item.get("state").asText());
      if (!fits && random.nextDouble() > BLIND) continue;
      ObjectNode command = command(act, item, all);
      if (command != null) return command;
    }
    return null;
  }

  private Act any() {
    int all = 0;
    for (Act act : Act.values()) all += act.weight;
    int dice = random.nextInt(all);
    for (Act act : Act.values()) {
      dice -= act.weight;
      if (dice < 0) return act;
    }
    throw new IllegalStateException();
  }

  private ObjectNode command(Act act, JsonNode item, List<JsonNode> all) {
    List<JsonNode> one = List.of(item);
    boolean numbered = item.has("n");
    return switch (act) {
      case APPROVE -> desk.moderate("approve", some(item, all));
      case DECLINE -> desk.moderate("decline", one);
      case ARCHIVE -> desk.moderate("archive", one);
      case RESTORE -> desk.moderate("restore", some(item, all));
      case LABEL -> desk.moderate("label", one);
      case ANSWER -> desk.moderate("answer", one);
      case MERGE -> merge(item, all);
      case UNMERGE -> desk.unmerge(item);
      case HIGHLIGHT -> numbered ? desk.highlight(item.get("n").asInt(), live(all)) : null;
      case NONE_LIVE -> live(all) == null ? null : desk.highlight(null, live(all));
      case ANSWERED -> numbered ? desk.answered(item.get("n").asInt()) : null;
    };
  }

  /** Now and then several at once. */
  private List<JsonNode> some(JsonNode item, List<JsonNode> all) {
    if (random.nextInt(4) > 0) return List.of(item);
    return all.stream().filter(i -> i.get("state").equals(item.get("state"))).limit(5).toList();
  }

  private ObjectNode merge(JsonNode item, List<JsonNode> all) {
    int own = Audience.number(item) / family;
    List<JsonNode> others =
        all.stream().filter(i -> i != item && Audience.number(i) / family == own).toList();
    return others.isEmpty()
        ? null
        : desk.merge(item, others.get(random.nextInt(others.size())).get("id").asText());
  }

  private static Integer live(List<JsonNode> all) {
    return all.stream()
        .filter(i -> i.get("state").asText().equals("live"))
        .map(i -> i.get("n").asInt())
        .findFirst()
        .orElse(null);
  }

  /** How often what was answered. On the desk's event loop. */
  Map<String, Long> answers() {
    return new TreeMap<>(answers);
  }
}
