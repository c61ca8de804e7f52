package io.plenary.kinds.reactions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.activity.Change;
import io.plenary.activity.EventState;
import io.plenary.activity.RoomRules;
import io.plenary.activity.service.ModelStore;
import io.plenary.event.Reason;
import io.plenary.event.RuleViolation;
import io.plenary.kinds.choice.Poll;
import io.plenary.kinds.choice.Polls;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ReactionRulesTest {
  private final ModelStore store = new ModelStore(Polls.state(Polls.poll("p", Poll.State.OPEN)));

  private Reactions edit(long rev, boolean on) {
    store.commit(ReactionRules.edit(store.state(), Polls.HALL, rev, on, "r"));
    return ReactionRules.in(store.state(), store.state().room(Polls.HALL));
  }

  private static Reason refused(Runnable what) {
    return assertThrows(RuleViolation.class, what::run).reason();
  }

  @Test
  void aRoomGetsThemWhenTheyAreTurnedOnForTheFirstTime() {
    assertNull(ReactionRules.in(store.state(), store.state().room(Polls.HALL)), "off at first");
    assertTrue(
        ReactionRules.edit(store.state(), Polls.HALL, 0, false, "r").isEmpty(),
        "off they are already");
    assertEquals(new Reactions("r", 1, 1, true), edit(0, true));
    assertEquals(new Reactions("r", 2, 1, false), edit(1, false));
    assertEquals(new Reactions("r", 3, 1, true), edit(2, true), "the same ones");
  }

  @Test
  void theyStandBesideWhatIsOpenAndLeaveTheStageAlone() {
    var stage = store.state().room(Polls.HALL).stage();
    edit(0, true);
    EventState state = store.state();
    assertTrue(state.activities().get("p").open(), "the poll goes on");
    assertEquals(stage, state.room(Polls.HALL).stage());
    assertEquals("p", RoomRules.forAttendees(state, state.room(Polls.HALL)).id());
  }

  @Test
  void whoDecidedOnSomethingElseIsTold() {
    edit(0, true);
    edit(1, false);
    assertEquals(Reason.CONFLICT, refused(() -> edit(1, true)));
    assertTrue(
        ReactionRules.edit(store.state(), Polls.HALL, 1, false, "x").isEmpty(),
        "but what is so already is done");
    assertEquals(
        Reason.UNKNOWN_ROOM,
        refused(() -> ReactionRules.edit(store.state(), "cellar", 0, true, "x")));
  }

  @Test
  void aReactionIsTakenOnlyWhileTheyAreOn() {
    Reactions on = edit(0, true);
    assertSame(on, ReactionRules.taking(store.state(), "r"));
    edit(1, false);
    assertEquals(Reason.REACTIONS_OFF, refused(() -> ReactionRules.taking(store.state(), "r")));
    assertEquals(
        Reason.UNKNOWN_ACTIVITY,
        refused(() -> ReactionRules.taking(store.state(), "p")),
        "a poll takes none");
    assertEquals(
        Reason.UNKNOWN_ACTIVITY, refused(() -> ReactionRules.taking(store.state(), "none")));
  }

  @Test
  void theyEndByBeingTurnedOff() {
    edit(0, true);
    store.commit(ReactionRules.off(store.state(), "r"));
    assertFalse(ReactionRules.in(store.state(), store.state().room(Polls.HALL)).on());
    assertEquals(Change.none(), ReactionRules.off(store.state(), "r"));
    assertEquals(Change.none(), ReactionRules.off(store.state(), "p"));
  }

  @Test
  void aCopyIsOnWhereTheseAre() {
    assertEquals(new Reactions("copy", 1, 1, true), edit(0, true).fresh("copy"));
    assertEquals(new Reactions("copy", 1, 1, false), edit(0, true).turned(false).fresh("copy"));
  }

  @Property
  void whatIsAddedIsWhatWasAddedSince(
      @ForAll List<@IntRange(min = 0, max = 9) Integer> taps,
      @ForAll @IntRange(min = 0, max = 50) int look) {
    ReactionCounts all = ReactionCounts.NONE;
    ReactionCounts before = ReactionCounts.NONE;
    ReactionCounts shown = ReactionCounts.NONE;
    for (int i = 0; i < taps.size(); i++) {
      all = all.plus(ReactionCounts.of(Reaction.values()[i % 4], taps.get(i)));
      if (i % (look + 1) == 0) {
        shown = shown.plus(all.since(before));
        before = all;
      }
    }
    assertEquals(all, shown.plus(all.since(before)), "however often one looks");
    assertEquals(taps.stream().mapToInt(t -> t).sum(), all.all());
    for (Reaction reaction : Reaction.values()) {
      assertEquals(all.of(reaction), ReactionCounts.of(reaction, all.of(reaction)).all());
    }
  }

  @Test
  void totalsThatWentBackAreNoNews() {
    assertEquals(
        ReactionCounts.NONE, new ReactionCounts(1, 0, 0, 2).since(new ReactionCounts(9, 0, 0, 0)));
  }
}
