package io.plenary.load.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plenary.load.phone.Crowd;
import io.plenary.load.phone.QaPhone;
import io.plenary.load.phone.Voter;
import io.plenary.load.server.QueueDesk;
import io.plenary.load.server.Remote;
import io.plenary.load.server.Wall;
import io.plenary.load.wire.Golden;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What every screen shows at one moment, to be held against one who comes after it. */
final class Screens {
  /** A phone: the list, what stands above it, and the own questions. */
  private record Phone(Map<Integer, JsonNode> list, JsonNode now, JsonNode own) {}

  /** A moderator's page. */
  private record Queue(Map<String, JsonNode> items, JsonNode counts, JsonNode now) {}

  /** The presenter's. */
  private record Steered(Map<Integer, JsonNode> list, JsonNode now) {}

  private final List<Phone> phones = new ArrayList<>();
  private final List<Queue> queues = new ArrayList<>();
  private final JsonNode stage;
  private final Steered remote;
  private long changedAt;

  private Screens(Wall wall, Remote remote) throws Exception {
    stage = wall.shown();
    this.remote = steered(remote);
    changedAt = Math.max(wall.changedAt(), remote.changedAt());
  }

  /**
   * @param at when to look, {@link System#nanoTime()}
   */
  static Screens of(Crowd crowd, List<QueueDesk> desks, Wall wall, Remote remote, long at)
      throws Exception {
    long wait = (at - System.nanoTime()) / 1_000_000;
    if (wait > 0) Thread.sleep(wait);
    Screens screens = new Screens(wall, remote);
    for (Voter v : crowd.voters()) {
      QaPhone phone = (QaPhone) v;
      screens.phones.add(Audience.on(phone, Screens::phone));
      screens.changedAt = Math.max(screens.changedAt, phone.changedAt());
    }
    for (QueueDesk desk : desks) {
      screens.queues.add(queue(desk));
      screens.changedAt = Math.max(screens.changedAt, desk.changedAt());
    }
    return screens;
  }

  private static Phone phone(QaPhone phone) {
    return new Phone(phone.list(), phone.now(), phone.own());
  }

  private static Queue queue(QueueDesk desk) throws Exception {
    return Audience.on(
        desk, () -> new Queue(desk.view().items(), desk.view().counts(), desk.now()));
  }

  private static Steered steered(Remote remote) throws Exception {
    return Audience.on(remote, () -> new Steered(remote.view().items(), remote.now()));
  }

  /** How many there are. */
  private int size() {
    return phones.size() + queues.size() + 2;
  }

  /** When any of them last changed, {@link System#nanoTime()}. */
  long changedAt() {
    return changedAt;
  }

  void compare(Bench bench, Audience audience, String what) throws Exception {
    Phone fresh = audience.fresh(Screens::phone);
    List<String> faults = new ArrayList<>();
    for (int i = 0; i < phones.size(); i++) {
      differ("phone " + i + ": its list", phones.get(i).list, fresh.list, faults);
      differ("phone " + i + ": its picture", phones.get(i).now, fresh.now, faults);
    }
    try (QueueDesk desk = audience.desk(audience.port(), fresh.list.size())) {
      Queue anew = queue(desk);
      own(anew, faults);
      for (int i = 0; i < queues.size(); i++) {
        differ("moderator " + i + ": the queue", queues.get(i).items, anew.items, faults);
        differ("moderator " + i + ": its counts", queues.get(i).counts, anew.counts, faults);
        differ("moderator " + i + ": its picture", queues.get(i).now, anew.now, faults);
      }
    }
    try (Remote anew = audience.remote(audience.port())) {
      Steered there = steered(anew);
      differ("the remote: its list", remote.list, there.list, faults);
      differ("the remote: its picture", remote.now, there.now, faults);
    }
    try (Wall anew = audience.wall()) {
      Audience.await("a new stage", 10_000, anew::live);
      differ("the stage", stage, anew.shown(), faults);
    }
    bench.sheet().add(what + ": screens compared", size());
    bench.sheet().add(what + ": differences", faults.size());
    Map<String, List<String>> kinds = new TreeMap<>();
    faults.forEach(
        fault ->
            kinds
                .computeIfAbsent(
                    fault.replaceFirst(" \\d+: ", ": ").split(" (is|differs) ")[0],
                    k -> new ArrayList<>())
                .add(fault));
    kinds.forEach(
        (kind, all) ->
            bench
                .sheet()
                .fault(
                    what
                        + ": "
                        + all.get(0)
                        + (all.size() > 1 ? " (and " + (all.size() - 1) + " alike)" : "")));
    if (faults.isEmpty()) {
      bench.say(
          "all "
              + size()
              + " screens are as new ones, with "
              + fresh.list.size()
              + " public questions");
    }
  }

  /**
   * Askers are told where their questions stand; together they asked everything that a moderator
   * sees.
   */
  private void own(Queue anew, List<String> faults) {
    Map<Integer, JsonNode> told = new TreeMap<>();
    Map<Integer, JsonNode> stands = new TreeMap<>();
    for (int i = 0; i < phones.size(); i++) {
      for (JsonNode item : phones.get(i).own) told.put(Audience.number(item), place(item));
    }
    anew.items.values().forEach(item -> stands.put(Audience.number(item), place(item)));
    differ("askers: their questions", told, stands, faults);
  }

  private static JsonNode place(JsonNode item) {
    ObjectNode place = Golden.JSON.createObjectNode();
    for (String field : List.of("state", "reason", "note", "answer")) {
      if (item.hasNonNull(field)) place.set(field, item.get(field));
    }
    return place;
  }

  private static <K> void differ(
      String what, Map<K, JsonNode> held, Map<K, JsonNode> fresh, List<String> faults) {
    Map<K, String> wrong = new TreeMap<>();
    fresh.forEach(
        (k, item) -> {
          if (!item.equals(held.get(k))) wrong.put(k, held.get(k) + " instead of " + item);
        });
    held.forEach(
        (k, item) -> {
          if (!fresh.containsKey(k)) wrong.put(k, item + " is not there any more");
        });
    if (!wrong.isEmpty()) {
      faults.add(
          what + " differs in " + wrong.size() + ", such as " + wrong.values().iterator().next());
    }
  }

  private static void differ(String what, JsonNode held, JsonNode fresh, List<String> faults) {
    if (held == null || !held.equals(fresh)) {
      faults.add(what + " is " + held + " instead of " + fresh);
    }
  }
}
