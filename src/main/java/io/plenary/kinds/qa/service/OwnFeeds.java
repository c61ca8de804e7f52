package io.plenary.kinds.qa.service;

import io.plenary.activity.ActivityRef;
import io.plenary.activity.service.EventCache;
import io.plenary.activity.service.EventStore.Key;
import io.plenary.activity.service.EventStore.LoadedEvent;
import io.plenary.hub.Channel;
import io.plenary.hub.Frame;
import io.plenary.hub.Outbox;
import io.plenary.kinds.qa.Qa;
import io.plenary.kinds.qa.wire.QaServerMessage.OwnQuestions;
import io.plenary.kinds.qa.wire.QaWire.OwnQuestion;
import io.vertx.core.Context;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells the phones of one event loop what became of their own questions. Costs the store nothing.
 * Lives on that loop.
 */
public final class OwnFeeds {
  private record Phone(String eventId, String roomId, String participant) {}

  /** Who asks under which key, of the people who are here; of one answer key only. */
  private record People(
      Key key, Map<String, Set<Outbox>> byAsker, Map<Outbox, List<String>> askers) {}

  private final EventCache board;
  private final QaBoard questions;
  private final AskerKeys keys;
  private final Map<Outbox, Phone> phones = new HashMap<>();
  private final Map<ActivityRef, People> people = new HashMap<>();

  public OwnFeeds(EventCache board, QaBoard questions, AskerKeys keys, Context loop) {
    this.board = board;
    this.questions = questions;
    this.keys = keys;
    questions.listen(
        (qa, moves) -> {
          boolean all = moves.afresh || moves.everybody;
          Set<String> askers = Set.copyOf(moves.askers);
          if (all || !askers.isEmpty()) {
            loop.runOnContext(v -> moved(qa.eventId, qa.id, all ? null : askers));
          }
        });
  }

  /**
   * A phone that has said hello; it is told at once where its questions stand, if its room has a
   * Q&A that is on.
   */
  public void enter(String eventId, String roomId, String participant, Outbox outbox) {
    Phone phone = new Phone(eventId, roomId, participant);
    phones.put(outbox, phone);
    Qa qa = alwaysOn(phone);
    Key key = qa == null ? null : key(eventId, qa.id());
    if (qa == null || key == null) return;
    People here = people(eventId, qa.id(), key);
    if (!here.askers.containsKey(outbox)) add(here, outbox, participant);
    tell(eventId, qa, here, outbox);
  }

  public void leave(Outbox outbox) {
    if (phones.remove(outbox) == null) return;
    for (People here : people.values()) {
      List<String> askers = here.askers.remove(outbox);
      if (askers == null) continue;
      for (String asker : askers) {
        here.byAsker.computeIfPresent(
            asker, (a, all) -> all.remove(outbox) && all.isEmpty() ? null : all);
      }
    }
  }

  /**
   * @param askers null: everybody
   */
  private void moved(String eventId, String qaId, @Nullable Set<String> askers) {
    Qa qa = questions.qa(eventId, qaId);
    Key key = key(eventId, qaId);
    if (key == null) {
      people.remove(
          new ActivityRef(
              eventId, qaId)); // deleted or anonymised: who is who is forgotten here too
    }
    if (qa == null || key == null || !qa.shown()) return;
    People here = people(eventId, qaId, key);
    Set<Outbox> told = new LinkedHashSet<>();
    if (askers == null) gather(eventId, qaId, here); // some came while it was off
    if (askers == null) told.addAll(here.askers.keySet());
    else askers.forEach(asker -> told.addAll(here.byAsker.getOrDefault(asker, Set.of())));
    told.forEach(outbox -> tell(eventId, qa, here, outbox));
  }

  private void tell(String eventId, Qa qa, People here, Outbox outbox) {
    QaView view = questions.view(eventId, qa.id());
    if (view == null || view.epoch() == null || view.round() != qa.round()) return;
    List<OwnQuestion> all = new ArrayList<>();
    for (String asker : here.askers.getOrDefault(outbox, List.of())) {
      all.addAll(questions.own(eventId, qa.id(), asker));
    }
    all.sort(Comparator.comparingLong(OwnQuestion::minute));
    long left = Math.max(0, qa.settings().perPerson() - all.size());
    outbox.offer(
        Frame.latest(
            new OwnQuestions(view.epoch(), qa.id(), qa.round(), all, left),
            "own",
            Channel.QUESTIONS));
  }

  private People people(String eventId, String qaId, Key key) {
    ActivityRef ref = new ActivityRef(eventId, qaId);
    People here = people.get(ref);
    if (here != null && here.key.equals(key)) return here;
    People fresh = new People(key, new HashMap<>(), new HashMap<>());
    people.put(ref, fresh);
    gather(eventId, qaId, fresh);
    return fresh;
  }

  /** Whose keys are known costs nothing. */
  private void gather(String eventId, String qaId, People here) {
    phones.forEach(
        (outbox, phone) -> {
          if (here.askers.containsKey(outbox) || !phone.eventId.equals(eventId)) return;
          Qa there = alwaysOn(phone);
          if (there != null && there.id().equals(qaId)) add(here, outbox, phone.participant);
        });
  }

  private void add(People here, Outbox outbox, String participant) {
    List<String> askers = keys.askers(here.key, participant);
    here.askers.put(outbox, askers);
    askers.forEach(
        asker -> here.byAsker.computeIfAbsent(asker, a -> new LinkedHashSet<>(2)).add(outbox));
  }

  private @Nullable Key key(String eventId, String qaId) {
    LoadedEvent loaded = board.peek(eventId);
    return loaded == null ? null : loaded.answerKeys().get(qaId);
  }

  /** The Q&A of the phone's room, if it is on. */
  private @Nullable Qa alwaysOn(Phone phone) {
    LoadedEvent loaded = board.peek(phone.eventId);
    if (loaded == null
        || loaded.state().rooms().stream().noneMatch(r -> r.id().equals(phone.roomId))) return null;
    return loaded.state().alwaysOn(loaded.state().room(phone.roomId)).values().stream()
        .filter(a -> a instanceof Qa qa && qa.shown())
        .map(Qa.class::cast)
        .findFirst()
        .orElse(null);
  }
}
