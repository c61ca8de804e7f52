package io.plenary.load.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plenary.load.scenario.Fate.Act;
import io.plenary.load.server.QueueDesk;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * The moderator of a room: brings every question to its {@link Fate}, several at once where that is
 * possible. On the desk's event loop.
 */
final class Chair {
  private static final long EVERY_MS = 100;
  private static final int BULK = 20;
  private final QueueDesk desk;

  /** By the number in its text: how many acts are done. */
  private final Map<Integer, Integer> done = new HashMap<>();

  /** The revision that was acted on last: what the screen shows must be newer. */
  private final Map<Integer, Long> seen = new HashMap<>();

  private final Map<String, Long> answers = new TreeMap<>();
  private volatile int finished;
  private int busy;
  private boolean on = true;

  Chair(QueueDesk desk) {
    this.desk = desk;
    desk.loop().scheduleAtFixedRate(this::look, EVERY_MS, EVERY_MS, TimeUnit.MILLISECONDS);
  }

  /** What waits for what. On the desk's event loop. */
  List<String> unfinished() {
    List<String> open = new ArrayList<>();
    for (JsonNode item : desk.view().items().values()) {
      int number = Audience.number(item);
      if (number >= 0 && next(number) != null) {
        open.add(number + " is " + item.get("state").asText() + ", next " + next(number));
      }
    }
    return open;
  }

  /** Questions that are where they belong. */
  int finished() {
    return finished;
  }

  Map<String, Long> answers() {
    return new TreeMap<>(answers);
  }

  void stop() {
    desk.loop().execute(() -> on = false);
  }

  private void look() {
    if (!on || busy > 0 || !desk.whole()) return;
    Map<Integer, JsonNode> items = new TreeMap<>();
    int over = 0;
    for (JsonNode item : desk.view().items().values()) {
      int number = Audience.number(item);
      if (item.get("state").asText().equals("withdrawn")) over++;
      else if (number >= 0) items.put(number, item);
    }
    Map<Act, List<Integer>> next = new EnumMap<>(Act.class);
    for (int number : items.keySet()) {
      Act act = next(number);
      if (act == null) over++;
      else if (act != Act.WITHDRAWN
          && items.get(number).get("rev").asLong() > seen.getOrDefault(number, 0L)) {
        next.computeIfAbsent(act, a -> new ArrayList<>()).add(number);
      }
    }
    finished = over;
    next.forEach((act, numbers) -> act(act, numbers, items));
  }

  private Act next(int number) {
    List<Act> acts = Fate.of(number).acts();
    int at = done.getOrDefault(number, 0);
    return at < acts.size() ? acts.get(at) : null;
  }

  private void act(Act act, List<Integer> numbers, Map<Integer, JsonNode> items) {
    List<Integer> some = numbers.subList(0, Math.min(BULK, numbers.size()));
    switch (act) {
      case APPROVE, ARCHIVE, RESTORE, LABEL, ANSWER ->
          bulk(
              act,
              some,
              items,
              desk.moderate(act.name().toLowerCase(java.util.Locale.ROOT), of(some, items)));
      case DECLINE ->
          some.stream()
              .limit(5)
              .forEach(
                  number -> {
                    ObjectNode command = desk.moderate("decline", List.of(items.get(number)));
                    ((ObjectNode) command.get("act"))
                        .put(
                            "reason", Fate.REASONS.get(number / Fate.FAMILY % Fate.REASONS.size()));
                    bulk(act, List.of(number), items, command);
                  });
      case MERGE -> some.stream().limit(5).forEach(number -> merge(number, items));
      case UNMERGE ->
          some.stream()
              .limit(5)
              .forEach(number -> one(act, number, items, desk.unmerge(items.get(number))));
      case HIGHLIGHT -> highlight(some.get(0), items);
      case ANSWERED ->
          one(act, some.get(0), items, desk.answered(items.get(some.get(0)).get("n").asInt()));
      case WITHDRAWN -> {}
    }
  }

  private static List<JsonNode> of(List<Integer> numbers, Map<Integer, JsonNode> items) {
    return numbers.stream().map(items::get).toList();
  }

  private void merge(int number, Map<Integer, JsonNode> items) {
    JsonNode into = items.get(number - number % Fate.FAMILY);
    if (into == null || next(Audience.number(into)) != null) return;
    one(Act.MERGE, number, items, desk.merge(items.get(number), into.get("id").asText()));
  }

  /** One after the other: the next would send the one before back to where it was. */
  private void highlight(int number, Map<Integer, JsonNode> items) {
    boolean live = items.values().stream().anyMatch(i -> i.get("state").asText().equals("live"));
    boolean answering = done.entrySet().stream().anyMatch(e -> next(e.getKey()) == Act.ANSWERED);
    if (live || answering) return;
    one(Act.HIGHLIGHT, number, items, desk.highlight(items.get(number).get("n").asInt(), null));
  }

  private void one(Act act, int number, Map<Integer, JsonNode> items, ObjectNode command) {
    busy++;
    desk.run(
        command,
        answer -> {
          busy--;
          String what = answer == null ? "unanswered" : answer.get("type").asText();
          if (what.equals("done")) step(number, items.get(number));
          note(act, what.equals("error") ? answer.get("code").asText() : what);
        });
  }

  private void bulk(
      Act act, List<Integer> numbers, Map<Integer, JsonNode> items, ObjectNode command) {
    busy++;
    desk.run(
        command,
        answer -> {
          busy--;
          String what = answer == null ? "unanswered" : answer.get("type").asText();
          if (!what.equals("moderated")) {
            note(act, what.equals("error") ? answer.get("code").asText() : what);
            return;
          }
          for (int number : numbers) {
            for (JsonNode id : answer.get("done")) {
              if (id.asText().equals(items.get(number).get("id").asText())) {
                step(number, items.get(number));
              }
            }
          }
          for (int i = 0; i < answer.get("done").size(); i++) note(act, "done");
          answer.get("conflicts").forEach(conflict -> note(act, conflict.get("code").asText()));
        });
  }

  private void step(int number, JsonNode item) {
    done.merge(number, 1, Integer::sum);
    seen.put(number, item.get("rev").asLong());
  }

  private void note(Act act, String what) {
    answers.merge(
        what.equals("done") || what.equals("conflict") ? what : act + " " + what, 1L, Long::sum);
  }
}
