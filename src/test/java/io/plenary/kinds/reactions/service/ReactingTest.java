package io.plenary.kinds.reactions.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.activity.service.ModelStore;
import io.plenary.event.Reason;
import io.plenary.event.RuleViolation;
import io.plenary.hub.Audience;
import io.plenary.hub.Broker.ChangeNotification;
import io.plenary.kinds.choice.Polls;
import io.plenary.kinds.reactions.ReactionCounts;
import io.plenary.kinds.reactions.wire.ReactionMessage.React;
import io.plenary.kinds.reactions.wire.ReactionWire.Reaction;
import io.vertx.core.json.JsonObject;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Reactions from phones to the store, and from the store to every audience. */
class ReactingTest {
  private final ReactionNode.Shelf shelf = new ReactionNode.Shelf();
  private final ModelStore events = ReactionNode.room();
  private final ReactionNode node = new ReactionNode(shelf, events);

  private void on() {
    node.turn(0, true);
    node.tick();
    node.got.values().forEach(List::clear);
  }

  private static JsonObject counts(long clap, long heart, long idea, long question) {
    return new JsonObject()
        .put("clap", clap)
        .put("heart", heart)
        .put("idea", idea)
        .put("question", question);
  }

  @Test
  void offAtFirstAndRefusedByName() {
    RuleViolation none = assertThrows(RuleViolation.class, () -> node.react("a", Reaction.CLAP, 1));
    assertEquals(Reason.UNKNOWN_ACTIVITY, none.reason());
    on();
    assertTrue(node.react("a", Reaction.CLAP, 1));
    node.turn(1, false);
    RuleViolation off = assertThrows(RuleViolation.class, () -> node.react("a", Reaction.CLAP, 1));
    assertEquals(Reason.REACTIONS_OFF, off.reason());
    assertThrows(
        RuleViolation.class,
        () -> node.reacting.react("other", "a", new React("r", Reaction.CLAP, 1)));
  }

  @Test
  void manyPhonesAreOneWrite() {
    on();
    for (int i = 0; i < 500; i++) assertTrue(node.react("p" + i, Reaction.values()[i % 4], 2));
    node.flush();
    assertEquals(1, shelf.adds);
    assertEquals(new ReactionCounts(250, 250, 250, 250), shelf.counts);
    assertEquals(List.of(new ChangeNotification(Polls.EVENT, "r")), node.added);
    node.flush();
    assertEquals(1, shelf.adds, "nothing to add, nothing written");
  }

  @Test
  void onePersonIsDroppedBeyondTheirPace() {
    on();
    int taken = 0;
    for (int i = 0; i < 100; i++) taken += node.react("a", Reaction.HEART, 5) ? 1 : 0;
    assertEquals(4, taken);
    assertTrue(node.react("b", Reaction.HEART, 1));
    node.flush();
    assertEquals(21, shelf.counts.heart());
  }

  @Test
  void whatTheStoreDoesNotTakeIsLostAndNeverSentAgain() {
    on();
    node.react("a", Reaction.CLAP, 3);
    shelf.away = true;
    node.flush();
    shelf.away = false;
    for (int i = 0; i < 10; i++) node.flush();
    assertEquals(ReactionCounts.NONE, shelf.counts);
    assertEquals(List.of(), node.added);
    node.react("a", Reaction.CLAP, 1);
    node.flush();
    assertEquals(1, shelf.counts.clap(), "and the next one counts");
  }

  @Test
  void everybodyHearsTheSumAndOnlyScreensTheTotals() {
    on();
    node.react("a", Reaction.CLAP, 3);
    node.react("b", Reaction.IDEA, 1);
    node.flush();
    node.react("b", Reaction.CLAP, 1);
    node.flush();
    node.tick();
    JsonObject frame =
        new JsonObject()
            .put("type", "reactions")
            .put("epoch", events.state().epoch())
            .put("activity", "r")
            .put("added", counts(4, 0, 1, 0));
    assertEquals(List.of(frame), node.frames(Audience.ATTENDEE));
    JsonObject whole = frame.copy().put("totals", counts(4, 0, 1, 0));
    for (Audience screen : List.of(Audience.STAGE, Audience.REMOTE, Audience.ORGANISER)) {
      assertEquals(List.of(whole), node.frames(screen), screen + "");
    }
    node.react("c", Reaction.CLAP, 2);
    node.flush();
    node.tick();
    assertEquals(counts(2, 0, 0, 0), node.frames(Audience.ATTENDEE).get(0).getJsonObject("added"));
    assertEquals(counts(6, 0, 1, 0), node.frames(Audience.STAGE).get(0).getJsonObject("totals"));
    node.tick();
    assertEquals(List.of(), node.frames(Audience.STAGE), "nothing new, nothing sent");
  }

  @Test
  void aFreshSnapshotHasTotalsForWhoRunsTheRoomAndForTheStage() {
    assertNull(node.snapshot(Audience.ATTENDEE));
    assertNull(node.snapshot(Audience.ORGANISER));
    on();
    node.react("a", Reaction.HEART, 2);
    node.flush();
    node.tick();
    assertEquals(
        new JsonObject().put("kind", "reactions").put("id", "r"), node.snapshot(Audience.ATTENDEE));
    assertEquals(
        new JsonObject().put("kind", "reactions").put("id", "r").put("totals", counts(0, 2, 0, 0)),
        node.snapshot(Audience.STAGE));
    node.turn(1, false);
    assertNull(node.snapshot(Audience.ATTENDEE));
    assertNull(node.snapshot(Audience.STAGE));
    JsonObject off =
        new JsonObject()
            .put("kind", "reactions")
            .put("id", "r")
            .put("rev", 2)
            .put("on", false)
            .put("totals", counts(0, 2, 0, 0));
    assertEquals(off, node.snapshot(Audience.ORGANISER));
    assertEquals(off, node.snapshot(Audience.REMOTE));
  }

  @Test
  void whatIsAddedElsewhereIsShownHereTooAndOnce() {
    on();
    ReactionNode other = new ReactionNode(shelf, events);
    other.tick();
    other.react("b", Reaction.QUESTION, 5);
    other.flush();
    node.ticker.moved(new ChangeNotification(Polls.EVENT, "r"));
    node.tick();
    other.tick();
    for (ReactionNode each : List.of(node, other)) {
      List<JsonObject> frames = each.frames(Audience.STAGE);
      assertEquals(1, frames.size());
      assertEquals(counts(0, 0, 0, 5), frames.get(0).getJsonObject("added"));
    }
  }

  @Test
  void theVeryFirstTapIsShown() {
    node.turn(0, true);
    node.react("a", Reaction.CLAP, 1);
    node.flush();
    node.tick();
    assertEquals(
        List.of(counts(1, 0, 0, 0)),
        node.frames(Audience.ATTENDEE).stream().map(f -> f.getJsonObject("added")).toList());
  }

  @Test
  void whatWasBeforeANodeBeganIsNoNews() {
    on();
    node.react("a", Reaction.CLAP, 5);
    node.flush();
    ReactionNode fresh = new ReactionNode(shelf, events);
    fresh.tick();
    assertEquals(List.of(), fresh.frames(Audience.ATTENDEE), "no applause of an hour ago");
    JsonObject frame = fresh.frames(Audience.STAGE).get(0);
    assertEquals(counts(0, 0, 0, 0), frame.getJsonObject("added"));
    assertEquals(counts(5, 0, 0, 0), frame.getJsonObject("totals"));
    assertEquals(counts(5, 0, 0, 0), fresh.snapshot(Audience.STAGE).getJsonObject("totals"));
  }

  @Test
  void aMissedHintIsMadeGoodByTheBackstop() {
    on();
    shelf.counts = new ReactionCounts(9, 0, 0, 0);
    node.ticker.moved(new ChangeNotification(Polls.EVENT, ""));
    node.tick();
    assertEquals(counts(9, 0, 0, 0), node.frames(Audience.STAGE).get(0).getJsonObject("totals"));
  }

  @Test
  void aLookThatFailsIsDoneAgain() {
    on();
    node.react("a", Reaction.CLAP, 1);
    node.flush();
    shelf.away = true;
    node.tick();
    assertEquals(List.of(), node.frames(Audience.STAGE));
    shelf.away = false;
    node.tick();
    assertEquals(1, node.frames(Audience.STAGE).size());
  }

  @Test
  void aSlowReaderLosesFramesAndNothingElse() {
    on();
    node.stuck = true;
    for (int i = 0; i < 40; i++) {
      node.nanos += 500_000_000L;
      node.react("a", Reaction.CLAP, 1);
      node.flush();
      node.tick();
    }
    assertEquals(List.of(), node.frames(Audience.ATTENDEE));
    node.stuck = false;
    node.phone.drained();
    assertEquals(
        List.of(counts(1, 0, 0, 0)),
        node.frames(Audience.ATTENDEE).stream().map(f -> f.getJsonObject("added")).toList(),
        "the newest alone waits");
    assertFalse(node.phone.closed());
  }

  @Property(tries = 200)
  void whateverTheOrderEveryTapThatWasTakenIsShownOnce(
      @ForAll @Size(max = 60) List<@IntRange(min = 0, max = 7) Integer> steps) {
    ReactionNode.Shelf fresh = new ReactionNode.Shelf();
    ModelStore room = ReactionNode.room();
    ReactionNode one = new ReactionNode(fresh, room);
    one.turn(0, true);
    one.tick();
    one.frames(Audience.ATTENDEE);
    long taken = 0;
    long shown = 0;
    for (int step : steps) {
      one.nanos += 250_000_000L;
      if (step < 4 && one.react("a" + step, Reaction.values()[step], step + 1)) taken += step + 1;
      else if (step == 5) one.flush();
      else if (step > 5) one.tick();
    }
    one.flush();
    one.tick();
    for (JsonObject frame : one.frames(Audience.ATTENDEE)) {
      for (String name : List.of("clap", "heart", "idea", "question")) {
        shown += frame.getJsonObject("added").getLong(name);
      }
    }
    assertEquals(taken, shown);
    assertEquals(taken, fresh.counts.all());
  }
}
