package io.plenary.kinds.choice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.activity.Activity.State;
import io.plenary.activity.Change;
import io.plenary.activity.Change.Answers;
import io.plenary.activity.Change.PutActivity;
import io.plenary.activity.EventState;
import io.plenary.activity.Lifecycle;
import io.plenary.activity.service.ModelStore;
import io.plenary.event.Reason;
import io.plenary.event.RuleViolation;
import io.plenary.voting.BallotState;
import io.plenary.words.Results;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PollLifecycleTest {
  private static final long REV = 7;

  private static final Map<String, BiFunction<EventState, Long, Change>> COMMANDS =
      Map.of(
          "open", (s, rev) -> Lifecycle.open(s, "p", rev),
          "lock", (s, rev) -> Lifecycle.lock(s, "p", rev),
          "finalise", (s, rev) -> Lifecycle.finalise(s, "p", rev),
          "show same", (s, rev) -> Lifecycle.show(s, "p", rev, Results.STAGE),
          "show other", (s, rev) -> Lifecycle.show(s, "p", rev, Results.EVERYONE),
          "reset", (s, rev) -> Lifecycle.reset(s, "p", rev),
          "edit", (s, rev) -> Lifecycle.edit(s, "p", rev, draft("Other", Results.STAGE)),
          "edit nothing",
              (s, rev) -> Lifecycle.edit(s, "p", rev, draft("Question p", Results.STAGE)),
          "edit results",
              (s, rev) -> Lifecycle.edit(s, "p", rev, draft("Question p", Results.HIDDEN)),
          "delete", (s, rev) -> Lifecycle.delete(s, "p", rev));

  private static PollDraft draft(String question, Results results) {
    PollDraft d = Polls.draft(question);
    return new PollDraft(question, d.options(), d.maxChoices(), d.abstain(), results);
  }

  private static EventState state(State state) {
    return Polls.state(
        Polls.poll("before", State.DRAFT), Polls.poll("p", REV, 3, state, Results.STAGE));
  }

  /**
   * What each command makes of a poll of round 3 with results STAGE: state.round.results and what
   * happens to the votes, or "same" for nothing to do, or the reason of the refusal. The last
   * column is the answer to a sender who saw an older revision.
   */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "open,         OPEN.3.STAGE KEEP,            same,                          OPEN.3.STAGE KEEP, "
        + "            WRONG_STATE",
    "lock,         WRONG_STATE,                  LOCKED.3.STAGE KEEP,           same,              "
        + "            same",
    "finalise,     WRONG_STATE,                  FINAL.3.STAGE KEEP,            FINAL.3.STAGE KEEP,"
        + "            same",
    "show same,    same,                         same,                          same,              "
        + "            same",
    "show other,   DRAFT.3.EVERYONE KEEP,        OPEN.3.EVERYONE KEEP,          LOCKED.3.EVERYONE"
        + " KEEP,        FINAL.3.EVERYONE KEEP",
    "reset,        DRAFT.4.STAGE DELETE,         DRAFT.4.STAGE DELETE,          DRAFT.4.STAGE"
        + " DELETE,          WRONG_STATE",
    "edit,         DRAFT.4.STAGE MUST_BE_NONE,   OPEN.4.STAGE MUST_BE_NONE,     LOCKED.4.STAGE"
        + " MUST_BE_NONE,   WRONG_STATE",
    "edit nothing, same,                         same,                          same,              "
        + "            same",
    "edit results, DRAFT.3.HIDDEN KEEP,          OPEN.3.HIDDEN KEEP,            LOCKED.3.HIDDEN"
        + " KEEP,          FINAL.3.HIDDEN KEEP",
    "delete,       gone,                         gone,                          gone,              "
        + "            gone"
  })
  void everyCommandInEveryState(
      String command, String draft, String open, String locked, String ended) {
    String[] expected = {draft, open, locked, ended, ended.replace("FINAL", "ANONYMISED")};
    for (State at : State.values()) {
      String now = outcome(command, at, REV);
      assertEquals(expected[at.ordinal()], now, at::name);
      // Whoever saw another revision is told so, unless what they want is already so, or makes no
      // sense at all.
      boolean said = now.equals("same") || now.equals("WRONG_STATE");
      for (long stale : new long[] {REV - 1, REV + 1}) {
        assertEquals(said ? now : "CONFLICT", outcome(command, at, stale), at::name);
      }
    }
  }

  private static String outcome(String command, State at, long rev) {
    EventState before = state(at);
    Change change;
    try {
      change = COMMANDS.get(command).apply(before, rev);
    } catch (RuleViolation e) {
      return e.reason().name();
    }
    if (change.isEmpty()) return "same";
    ModelStore store = new ModelStore(before);
    store.commit(change);
    Poll after = (Poll) store.state().activities().get("p");
    if (after == null) return "gone";
    assertEquals(REV + 1, after.rev());
    Answers answers =
        change.writes().stream()
            .filter(w -> w instanceof PutActivity p && p.next().id().equals("p"))
            .map(w -> ((PutActivity) w).answers())
            .findFirst()
            .orElseThrow();
    return after.state() + "." + after.round() + "." + after.results() + " " + answers;
  }

  @Test
  void everyCommandOnAPollThatIsGoneSaysSo() {
    EventState without = Polls.state(Polls.poll("before", State.DRAFT));
    COMMANDS.forEach(
        (name, command) ->
            assertEquals(
                Reason.UNKNOWN_ACTIVITY,
                assertThrows(RuleViolation.class, () -> command.apply(without, REV), name).reason(),
                name));
    assertEquals(
        Reason.UNKNOWN_ACTIVITY,
        assertThrows(RuleViolation.class, () -> Lifecycle.duplicate(without, "p", "n")).reason());
  }

  @Test
  void aCopyStartsAnewRightAfterItAndIsNamedAsOne() {
    ModelStore store = new ModelStore(state(State.LOCKED));
    store.commit(Lifecycle.duplicate(store.state(), "before", "n"));
    store.commit(Lifecycle.duplicate(store.state(), "p", "m"));
    assertEquals("[before, n, p, m]", store.state().room(Polls.HALL).runOrder().toString());
    Poll copy = Polls.in(store.state(), "m");
    assertEquals(
        new Poll(
                new BallotState("m", 1, 1, State.DRAFT, Results.STAGE),
                Polls.in(store.state(), "p").question())
            .titled(Polls.in(store.state(), "p").title() + " (copy)"),
        copy);
    store.commit(Lifecycle.duplicate(store.state(), "m", "o"));
    assertEquals(
        Polls.in(store.state(), "p").title() + " (copy 2)", Polls.in(store.state(), "o").title());
  }

  @Test
  void theNameOfACopyIsNoLongerThanAQuestionMayBe() {
    Poll asked = Polls.in(state(State.DRAFT), "p").titled("\ud83d\ude00".repeat(300));
    ModelStore store = new ModelStore(Polls.state(asked));
    store.commit(Lifecycle.duplicate(store.state(), asked.id(), "copy"));
    String title = Polls.in(store.state(), "copy").title();
    assertEquals(300, title.codePointCount(0, title.length()));
    assertTrue(title.endsWith("\ud83d\ude00 (copy)"), title);
  }

  @Test
  @DisplayName("R2 whatever was revealed, a new round and a copy begin with what was chosen")
  void r2_aNewRoundBeginsAsChosen() {
    for (State at : new State[] {State.OPEN, State.LOCKED}) {
      ModelStore store = new ModelStore(Polls.state(Polls.poll("p", REV, 1, at, Results.HIDDEN)));
      store.commit(Lifecycle.show(store.state(), "p", REV, Results.EVERYONE));
      store.commit(Lifecycle.duplicate(store.state(), "p", "copy"));
      assertEquals(
          List.of(Results.EVERYONE, Results.HIDDEN), seen(store, "p"), "revealed in this round");
      assertEquals(List.of(Results.HIDDEN, Results.HIDDEN), seen(store, "copy"));
      store.commit(Lifecycle.reset(store.state(), "p", REV + 1));
      assertEquals(List.of(Results.HIDDEN, Results.HIDDEN), seen(store, "p"));
    }
  }

  @Test
  @DisplayName(
      "R2 of a draft showing is choosing; an edit changes what was chosen, and not what was"
          + " revealed")
  void r2_choosing() {
    ModelStore store =
        new ModelStore(Polls.state(Polls.poll("p", REV, 1, State.DRAFT, Results.HIDDEN)));
    store.commit(Lifecycle.show(store.state(), "p", REV, Results.STAGE));
    assertEquals(List.of(Results.STAGE, Results.STAGE), seen(store, "p"));
    store.commit(Lifecycle.open(store.state(), "p", REV + 1));
    store.commit(Lifecycle.edit(store.state(), "p", REV + 2, choosing(store, Results.HIDDEN)));
    assertEquals(
        List.of(Results.HIDDEN, Results.HIDDEN),
        seen(store, "p"),
        "nothing was revealed, so the choice is what is seen");
    store.commit(Lifecycle.show(store.state(), "p", REV + 3, Results.EVERYONE));
    assertTrue(
        Lifecycle.edit(store.state(), "p", REV + 4, choosing(store, Results.HIDDEN)).isEmpty(),
        "it is chosen already");
    store.commit(Lifecycle.edit(store.state(), "p", REV + 4, choosing(store, Results.STAGE)));
    assertEquals(List.of(Results.EVERYONE, Results.STAGE), seen(store, "p"));
  }

  private static PollDraft choosing(ModelStore store, Results results) {
    PollQuestion q = Polls.in(store.state(), "p").question();
    return new PollDraft(
        q.text(),
        q.options().stream()
            .map(o -> new PollDraft.DraftOption(o.id(), o.text(), o.exclusive()))
            .toList(),
        q.maxChoices(),
        q.abstain(),
        results);
  }

  private static List<Results> seen(ModelStore store, String poll) {
    Poll found = Polls.in(store.state(), poll);
    return List.of(found.results(), found.chosen());
  }

  @Test
  void aBadDraftMakesNothing() {
    PollDraft bad = draft(" ", Results.HIDDEN);
    assertEquals(
        Reason.BAD_DRAFT,
        assertThrows(
                RuleViolation.class,
                () -> Lifecycle.create(state(State.DRAFT), Polls.HALL, "n", bad, null))
            .reason());
    assertEquals(
        Reason.BAD_DRAFT,
        assertThrows(RuleViolation.class, () -> Lifecycle.edit(state(State.OPEN), "p", REV, bad))
            .reason());
    assertEquals(
        Reason.UNKNOWN_ROOM,
        assertThrows(
                RuleViolation.class,
                () ->
                    Lifecycle.create(
                        state(State.DRAFT), "nowhere", "n", draft("Q", Results.HIDDEN), null))
            .reason());
  }

  @Test
  void votesStayWithReopeningAndGoWithReset() {
    ModelStore store = new ModelStore(state(State.LOCKED));
    store.answers.put("p", 5);
    store.commit(Lifecycle.open(store.state(), "p", REV));
    assertEquals(Map.of("p", 5), store.answers);
    store.commit(Lifecycle.reset(store.state(), "p", REV + 1));
    assertTrue(store.answers.isEmpty());
  }
}
