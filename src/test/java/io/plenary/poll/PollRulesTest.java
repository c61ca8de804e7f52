package io.plenary.poll;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.event.Reason;
import io.plenary.event.Refused;
import io.plenary.poll.Poll.Results;
import io.plenary.poll.Poll.State;
import io.plenary.room.Change;
import io.plenary.room.Change.Answers;
import io.plenary.room.Change.PutActivity;
import io.plenary.room.EventState;
import io.plenary.room.service.ModelStore;
import java.util.Map;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PollRulesTest {
  private static final long REV = 7;

  private static final Map<String, BiFunction<EventState, Long, Change>> COMMANDS = Map.of(
      "open", (s, rev) -> PollRules.open(s, "p", rev),
      "lock", (s, rev) -> PollRules.lock(s, "p", rev),
      "finalise", (s, rev) -> PollRules.finalise(s, "p", rev),
      "show same", (s, rev) -> PollRules.show(s, "p", rev, Results.STAGE),
      "show other", (s, rev) -> PollRules.show(s, "p", rev, Results.EVERYONE),
      "reset", (s, rev) -> PollRules.reset(s, "p", rev),
      "edit", (s, rev) -> PollRules.edit(s, "p", rev, draft("Other", Results.STAGE)),
      "edit nothing", (s, rev) -> PollRules.edit(s, "p", rev, draft("Question p", Results.STAGE)),
      "edit results", (s, rev) -> PollRules.edit(s, "p", rev, draft("Question p", Results.HIDDEN)),
      "delete", (s, rev) -> PollRules.delete(s, "p", rev));

  private static Draft draft(String question, Results results) {
    Draft d = Polls.draft(question);
    return new Draft(question, d.options(), d.maxChoices(), d.abstain(), results);
  }

  private static EventState state(State state) {
    return Polls.state(Polls.poll("before", State.DRAFT), Polls.poll("p", REV, 3, state, Results.STAGE));
  }

  /**
   * What each command makes of a poll of round 3 with results STAGE: state.round.results and what happens to the votes, or
   * "same" for nothing to do, or the reason of the refusal. The last column is the answer to a sender who saw an older revision.
   */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
      "open,         OPEN.3.STAGE KEEP,            same,                          OPEN.3.STAGE KEEP,             WRONG_STATE",
      "lock,         WRONG_STATE,                  LOCKED.3.STAGE KEEP,           same,                          same",
      "finalise,     WRONG_STATE,                  FINAL.3.STAGE KEEP,            FINAL.3.STAGE KEEP,            same",
      "show same,    same,                         same,                          same,                          same",
      "show other,   DRAFT.3.EVERYONE KEEP,        OPEN.3.EVERYONE KEEP,          LOCKED.3.EVERYONE KEEP,        FINAL.3.EVERYONE KEEP",
      "reset,        DRAFT.4.STAGE DELETE,         DRAFT.4.STAGE DELETE,          DRAFT.4.STAGE DELETE,          WRONG_STATE",
      "edit,         DRAFT.4.STAGE MUST_BE_NONE,   OPEN.4.STAGE MUST_BE_NONE,     LOCKED.4.STAGE MUST_BE_NONE,   WRONG_STATE",
      "edit nothing, same,                         same,                          same,                          same",
      "edit results, DRAFT.3.HIDDEN KEEP,          OPEN.3.HIDDEN KEEP,            LOCKED.3.HIDDEN KEEP,          FINAL.3.HIDDEN KEEP",
      "delete,       gone,                         gone,                          gone,                          gone"})
  void everyCommandInEveryState(String command, String draft, String open, String locked, String ended) {
    String[] expected = {draft, open, locked, ended, ended.replace("FINAL", "SEALED")};
    for (State at : State.values()) {
      String now = outcome(command, at, REV);
      assertEquals(expected[at.ordinal()], now, at::name);
      // Whoever saw another revision is told so, unless what they want is already so, or makes no sense at all.
      boolean said = now.equals("same") || now.equals("WRONG_STATE");
      for (long stale : new long[] {REV - 1, REV + 1}) assertEquals(said ? now : "CONFLICT", outcome(command, at, stale), at::name);
    }
  }

  private static String outcome(String command, State at, long rev) {
    EventState before = state(at);
    Change change;
    try {
      change = COMMANDS.get(command).apply(before, rev);
    } catch (Refused e) {
      return e.reason().name();
    }
    if (change.isEmpty()) return "same";
    ModelStore store = new ModelStore(before);
    store.commit(change);
    Poll after = (Poll) store.state().activities().get("p");
    if (after == null) return "gone";
    assertEquals(REV + 1, after.rev());
    Answers answers = change.writes().stream().filter(w -> w instanceof PutActivity p && p.next().id().equals("p"))
        .map(w -> ((PutActivity) w).answers()).findFirst().orElseThrow();
    return after.state() + "." + after.round() + "." + after.results() + " " + answers;
  }

  @Test
  void everyCommandOnAPollThatIsGoneSaysSo() {
    EventState without = Polls.state(Polls.poll("before", State.DRAFT));
    COMMANDS.forEach((name, command) ->
        assertEquals(Reason.UNKNOWN_POLL, assertThrows(Refused.class, () -> command.apply(without, REV), name).reason(), name));
    assertEquals(Reason.UNKNOWN_POLL, assertThrows(Refused.class, () -> PollRules.duplicate(without, "p", "n")).reason());
  }

  @Test
  void aCopyStartsAnewRightAfterIt() {
    ModelStore store = new ModelStore(state(State.LOCKED));
    store.commit(PollRules.duplicate(store.state(), "before", "n"));
    store.commit(PollRules.duplicate(store.state(), "p", "m"));
    assertEquals("[before, n, p, m]", store.state().room(Polls.HALL).runOrder().toString());
    Poll copy = PollRules.poll(store.state(), "m");
    assertEquals(new Poll("m", 1, 1, PollRules.poll(store.state(), "p").question(), State.DRAFT, Results.STAGE), copy);
  }

  @Test
  void aBadDraftMakesNothing() {
    Draft bad = draft(" ", Results.HIDDEN);
    assertEquals(Reason.BAD_DRAFT, assertThrows(Refused.class, () -> PollRules.create(state(State.DRAFT), Polls.HALL, "n", bad, null)).reason());
    assertEquals(Reason.BAD_DRAFT, assertThrows(Refused.class, () -> PollRules.edit(state(State.OPEN), "p", REV, bad)).reason());
    assertEquals(Reason.UNKNOWN_ROOM,
        assertThrows(Refused.class, () -> PollRules.create(state(State.DRAFT), "nowhere", "n", draft("Q", Results.HIDDEN), null)).reason());
  }

  @Test
  void votesStayWithReopeningAndGoWithReset() {
    ModelStore store = new ModelStore(state(State.LOCKED));
    store.answers.put("p", 5);
    store.commit(PollRules.open(store.state(), "p", REV));
    assertEquals(Map.of("p", 5), store.answers);
    store.commit(PollRules.reset(store.state(), "p", REV + 1));
    assertTrue(store.answers.isEmpty());
  }
}
