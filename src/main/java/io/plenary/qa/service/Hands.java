package io.plenary.qa.service;

import io.plenary.hub.Broker.Hint;
import io.plenary.hub.Channel;
import io.plenary.hub.Frame;
import io.plenary.hub.Hub;
import io.plenary.protocol.QaServerMessage;
import io.plenary.protocol.QueueWire.Hand;
import io.plenary.qa.Qa;
import io.plenary.room.service.Board;
import io.plenary.room.service.EventStore.Loaded;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;

/**
 * At which question each moderator of this node is, so that they see each other's hands. Told at most once a second, stored nowhere, and
 * forgotten with the connection. Lives on the owner's context.
 */
public final class Hands {
  private static final long TICK_MS = 1_000;

  private final Board board;
  private final Hub hub;
  private final Context owner;
  private final Map<Hint, Map<String, Hand>> hands = new LinkedHashMap<>();
  private final Set<Hint> moved = new HashSet<>();

  public Hands(Board board, Hub hub, Context owner) {
    this.board = board;
    this.hub = hub;
    this.owner = owner;
  }

  public void start(Vertx vertx) {
    vertx.setPeriodic(TICK_MS, id -> tick());
  }

  /**
   * From any thread.
   *
   * @param hand names the connection
   * @param who the person, as the others shall read it
   * @param question null: at none
   */
  public void hold(String eventId, String qaId, String hand, String who, String question) {
    Hint place = new Hint(eventId, qaId);
    Loaded loaded = board.peek(eventId);
    if (loaded == null || !(loaded.state().activities().get(qaId) instanceof Qa)) return; // nothing is kept for what is not there
    owner.runOnContext(v -> {
      Map<String, Hand> here = hands.computeIfAbsent(place, p -> new LinkedHashMap<>());
      Hand now = question == null ? null : new Hand(hand, who, question);
      Hand before = now == null ? here.remove(hand) : here.put(hand, now);
      if (now == null ? before != null : !now.equals(before)) moved.add(place);
    });
  }

  /** The connection is gone. From any thread. */
  public void gone(String hand) {
    try {
      owner.runOnContext(v -> hands.forEach((place, here) -> {
        if (here.remove(hand) != null) moved.add(place);
      }));
    } catch (RejectedExecutionException e) {
      // The node ends, and all hands with it.
    }
  }

  List<Hand> of(String eventId, String qaId) {
    return List.copyOf(hands.getOrDefault(new Hint(eventId, qaId), Map.of()).values());
  }

  private void tick() {
    for (Hint place : moved) {
      Loaded loaded = board.peek(place.eventId());
      if (loaded == null || !loaded.state().activities().containsKey(place.activity())) continue;
      Frame frame = Frame.latest(new QaServerMessage.Hands(place.activity(), of(place.eventId(), place.activity())), "hands:" + place.activity(), Channel.QUEUE);
      hub.broadcast(QaTicker.queue(place.eventId(), loaded.state().roomOf(place.activity()).id()), frame);
    }
    moved.clear();
    hands.values().removeIf(Map::isEmpty);
  }
}
