package io.plenary.transport;

import io.plenary.hub.NodeMessages;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * How many pages each person has open at other nodes, so that all of them together are no more than
 * one person may have. Nodes that have people of the same event tell each other: {@code pages EVENT
 * NODE person:count ...}, four times a second at most, and nothing while there is one node. Where a
 * person has too many, the node that has the most of them closes the one that was silent longest.
 * Lives on the owner's context.
 */
public final class PagesElsewhere {
  private static final int CHUNK = 1_000;
  private static final long PAUSE_MS = 250;

  /** A node that told of its pages is there, though the store may not have said so yet. */
  private static final long HEARD_NANOS = TimeUnit.SECONDS.toNanos(2);

  private static final String PAGES = "pages";
  private static final int PARTS = 4;

  private final Vertx vertx;
  private final Context owner;
  private final NodeMessages nodes;
  private final AttendeeConnections phones;
  private final UnaryOperator<String> hidden;
  private final Predicate<String> inMemory;

  /** Events of which other nodes have people. For any thread. */
  private final Set<String> shared = ConcurrentHashMap.newKeySet();

  private final Map<String, Crowd> crowds = new HashMap<>();

  /** Of one event. */
  private static final class Crowd {
    /** Other nodes that have people of it, and when those were heard that told of some. */
    Set<String> others = Set.of();

    final Map<String, Long> heard = new HashMap<>();

    /** Participants here of whom the others are to be told. */
    final Set<String> moved = new LinkedHashSet<>();

    /** Participants here, as nodes call them. */
    final Map<String, String> mine = new HashMap<>();

    /** Person, as nodes call them, to node to pages. */
    final Map<String, Map<String, Integer>> elsewhere = new HashMap<>();

    boolean due;
  }

  /**
   * @param hidden what nodes call a participant, the same at each
   * @param inMemory whether an event is: of others nothing is kept
   */
  public PagesElsewhere(
      Vertx vertx,
      Context owner,
      NodeMessages nodes,
      AttendeeConnections phones,
      UnaryOperator<String> hidden,
      Predicate<String> inMemory) {
    this.vertx = vertx;
    this.owner = owner;
    this.nodes = nodes;
    this.phones = phones;
    this.hidden = hidden;
    this.inMemory = inMemory;
  }

  public void start() {
    nodes.listen(this::heard);
  }

  /** The other nodes that have people of the event, as the store says. Who is new is told all. */
  public void others(String event, Set<String> known) {
    Crowd crowd = crowds.get(event);
    if (crowd == null && known.isEmpty()) return;
    if (crowd == null) crowd = crowd(event);
    long now = System.nanoTime();
    crowd.heard.values().removeIf(at -> now - at > HEARD_NANOS);
    Set<String> all = new HashSet<>(known);
    all.addAll(crowd.heard.keySet());
    if (all.isEmpty()) {
      letGo(event);
    } else {
      meet(event, crowd, all);
    }
  }

  /** The event is not in memory any more. */
  public void letGo(String event) {
    shared.remove(event);
    crowds.remove(event);
  }

  /** Of how many events something is remembered. */
  int events() {
    return crowds.size();
  }

  private Crowd crowd(String event) {
    shared.add(event);
    return crowds.computeIfAbsent(event, e -> new Crowd());
  }

  private void meet(String event, Crowd crowd, Set<String> all) {
    if (all.equals(crowd.others)) return;
    if (!crowd.others.containsAll(all)) crowd.moved.addAll(phones.participants(event));
    crowd.others = Set.copyOf(all);
    crowd.elsewhere.values().forEach(pages -> pages.keySet().retainAll(all));
    crowd.elsewhere.values().removeIf(Map::isEmpty);
    soon(event, crowd);
  }

  /** From any thread. */
  public void moved(String event, String participant) {
    if (!shared.contains(event)) return;
    owner.runOnContext(
        v -> {
          Crowd crowd = crowds.get(event);
          if (crowd != null && crowd.moved.add(participant)) soon(event, crowd);
        });
  }

  private void soon(String event, Crowd crowd) {
    if (crowd.due || crowd.moved.isEmpty()) return;
    crowd.due = true;
    vertx.setTimer(PAUSE_MS, id -> tell(event));
  }

  private void tell(String event) {
    Crowd crowd = crowds.get(event);
    if (crowd == null) return;
    crowd.due = false;
    List<String> some = new ArrayList<>();
    for (Iterator<String> it = crowd.moved.iterator(); it.hasNext() && some.size() < CHUNK; ) {
      some.add(it.next());
      it.remove();
    }
    StringBuilder text =
        new StringBuilder(PAGES).append(' ').append(event).append(' ').append(nodes.self());
    for (String participant : some) {
      String name = hidden.apply(participant);
      int pages = phones.pages(event, participant);
      if (pages > 0) crowd.mine.put(name, participant);
      else crowd.mine.remove(name);
      text.append(' ').append(name).append(':').append(pages);
    }
    crowd.others.forEach(node -> nodes.send(node, text.toString()));
    for (String participant : some) judge(event, crowd, hidden.apply(participant));
    soon(event, crowd);
  }

  private void heard(String text) {
    String[] parts = text.split(" ", PARTS);
    if (parts.length < PARTS || !parts[0].equals(PAGES)) return;
    String event = parts[1];
    String node = parts[2];
    if (phones.connected(event) == 0 || !inMemory.test(event)) return;
    Crowd crowd = crowd(event);
    crowd.heard.put(node, System.nanoTime());
    if (!crowd.others.contains(node)) {
      Set<String> all = new HashSet<>(crowd.others);
      all.add(node);
      meet(event, crowd, all);
    }
    for (String person : parts[3].split(" ")) {
      String[] counted = person.split(":");
      if (counted.length == 2) heard(event, crowd, node, counted[0], counted[1]);
    }
  }

  private void heard(String event, Crowd crowd, String node, String person, String pages) {
    if (pages.equals("0")) {
      Map<String, Integer> known = crowd.elsewhere.get(person);
      if (known != null && known.remove(node) != null && known.isEmpty()) {
        crowd.elsewhere.remove(person);
      }
      return;
    }
    crowd
        .elsewhere
        .computeIfAbsent(person, p -> new HashMap<>())
        .put(node, Integer.parseInt(pages));
    judge(event, crowd, person);
  }

  private void judge(String event, Crowd crowd, String person) {
    String participant = crowd.mine.get(person);
    Map<String, Integer> there = crowd.elsewhere.get(person);
    if (participant == null || there == null) return;
    int others = there.values().stream().mapToInt(Integer::intValue).sum();
    int here = phones.pages(event, participant);
    while (here > 0 && here + others > AttendeeConnections.PER_PERSON && most(here, there)) {
      phones.giveUp(event, participant);
      here--;
    }
  }

  /** Of nodes that have as many it is the first by name. */
  private boolean most(int here, Map<String, Integer> there) {
    return there.entrySet().stream()
        .allMatch(
            other ->
                here > other.getValue()
                    || (here == other.getValue() && nodes.self().compareTo(other.getKey()) < 0));
  }
}
