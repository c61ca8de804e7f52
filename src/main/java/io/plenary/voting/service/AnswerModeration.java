package io.plenary.voting.service;

import io.plenary.activity.ActivityRef;
import io.plenary.activity.service.EventCache;
import io.plenary.activity.service.EventStore.LoadedEvent;
import io.plenary.event.Reason;
import io.plenary.event.RuleViolation;
import io.plenary.hub.Broker.ChangeNotification;
import io.plenary.protocol.AnswerItem;
import io.plenary.protocol.BallotMessage.GetAnswers;
import io.plenary.protocol.BallotMessage.ModerateAnswers;
import io.plenary.protocol.ServerMessage.Answers;
import io.plenary.voting.BallotActivity;
import io.plenary.voting.Moderation;
import io.plenary.voting.OpenAnswer;
import io.plenary.voting.Tally;
import io.plenary.voting.VoteRules;
import io.plenary.voting.service.BallotStore.Decision;
import io.plenary.voting.service.BallotStore.Moderated;
import io.plenary.words.AnswerList;
import io.plenary.words.Standing;
import io.vertx.core.Future;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Shows moderators what people answered in words of their own, as far as it is published, and takes
 * what they decide. Usable from any thread.
 */
public final class AnswerModeration {
  /** Most answers of one page. */
  private static final int PAGE = 200;

  private record Listed(Tally tally, List<OpenAnswer> answers) {}

  private final EventCache board;
  private final Tallies tallies;
  private final BallotStore store;
  private final Consumer<ChangeNotification> moved;

  /** Of the newest tally of each activity that is moderated: several moderators look at it. */
  private final Map<ActivityRef, Listed> listed = new ConcurrentHashMap<>();

  /**
   * @param moved told of which activity something was decided
   */
  public AnswerModeration(
      EventCache board, Tallies tallies, BallotStore store, Consumer<ChangeNotification> moved) {
    this.board = board;
    this.tallies = tallies;
    this.store = store;
    this.moved = moved;
    board.listen(this::forget);
  }

  private void forget(String eventId, @Nullable LoadedEvent next) {
    listed
        .keySet()
        .removeIf(
            ref ->
                ref.event().equals(eventId)
                    && (next == null || !next.state().activities().containsKey(ref.id())));
  }

  /** Fails with {@link Reason#UNKNOWN_ACTIVITY}, or {@link Reason#WRONG_STATE} of other kinds. */
  public Future<Answers> answers(String eventId, GetAnswers asked) {
    return ballot(eventId, asked.activity())
        .map(
            ballot -> {
              Listed found = list(eventId, ballot);
              String part = asked.search() == null ? "" : folded(asked.search());
              List<OpenAnswer> fitting =
                  found.answers().stream()
                      .filter(a -> listOf(a) == asked.list() && fits(a, part))
                      .toList();
              return new Answers(
                  asked.ref(),
                  ballot.id(),
                  ballot.round(),
                  found.tally().version(),
                  fitting.stream().limit(PAGE).map(AnswerModeration::item).toList(),
                  fitting.size());
            });
  }

  /**
   * Fails with what {@link Moderation#decide} throws, {@link Reason#CONFLICT} when somebody else
   * was quicker, and {@link Reason#LIMIT_REACHED}.
   */
  public Future<Void> moderate(String eventId, ModerateAnswers wanted) {
    return ballot(eventId, wanted.activity())
        .compose(
            ballot -> {
              if (ballot.round() != wanted.round()) {
                throw new RuleViolation(
                    Reason.CONFLICT, "The activity was reset since. Look at the newest list.");
              }
              Listed found = list(eventId, ballot);
              List<Moderation.Wish> wishes =
                  wanted.answers().stream().map(AnswerModeration::wish).toList();
              List<Decision> decisions =
                  Moderation.decide(ballot.paper(), found.tally(), found.answers(), wishes)
                      .entrySet()
                      .stream()
                      .map(e -> new Decision(e.getKey(), e.getValue()))
                      .toList();
              return store.moderate(eventId, ballot.id(), decisions, Moderation.LIMIT);
            })
        .map(
            outcome -> {
              written(outcome);
              moved.accept(new ChangeNotification(eventId, wanted.activity()));
              return null;
            });
  }

  private static void written(Moderated outcome) {
    switch (outcome) {
      case WRITTEN -> {}
      case CONFLICT ->
          throw new RuleViolation(
              Reason.CONFLICT,
              "Somebody else has decided about this answer since. Look at it, and decide again.");
      case TOO_MANY ->
          throw new RuleViolation(
              Reason.LIMIT_REACHED,
              "Something can be decided of at most " + Moderation.LIMIT + " answers.");
      case GONE ->
          throw new RuleViolation(
              Reason.UNKNOWN_ACTIVITY, "There is no such activity. It may have been deleted.");
    }
  }

  private static Moderation.Wish wish(ModerateAnswers.Decision d) {
    return new Moderation.Wish(
        d.answer(),
        d.rev(),
        d.standing(),
        d.into() == null ? "" : d.into(),
        d.called() == null ? "" : d.called());
  }

  private Future<BallotActivity> ballot(String eventId, String activity) {
    return board
        .get(eventId)
        .map(
            loaded -> {
              if (loaded == null) {
                throw new RuleViolation(
                    Reason.UNKNOWN_ACTIVITY, "There is no such event. It may have been deleted.");
              }
              BallotActivity ballot = VoteRules.ballot(loaded.state(), activity);
              if (!ballot.paper().openEnded()) {
                throw new RuleViolation(
                    Reason.WRONG_STATE, "Answers of this kind are not moderated.");
              }
              return ballot;
            });
  }

  private Listed list(String eventId, BallotActivity ballot) {
    Tally tally = tallies.of(eventId, ballot);
    ActivityRef ref = new ActivityRef(eventId, ballot.id());
    Listed known = listed.get(ref);
    if (known != null && known.tally() == tally) return known;
    Listed made = new Listed(tally, ballot.paper().answers(tally));
    listed.put(ref, made);
    return made;
  }

  private static AnswerList listOf(OpenAnswer a) {
    if (!a.ruling().into().isEmpty()) return AnswerList.JOINED;
    if (a.ruling().standing() == Standing.HIDDEN) return AnswerList.HIDDEN;
    return a.waits() ? AnswerList.WAITING : AnswerList.SHOWN;
  }

  private static boolean fits(OpenAnswer a, String part) {
    return part.isEmpty()
        || folded(a.text()).contains(part)
        || a.forms().stream().anyMatch(f -> folded(f.text()).contains(part));
  }

  private static String folded(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static AnswerItem item(OpenAnswer a) {
    return new AnswerItem(
        a.family(),
        a.text(),
        a.count(),
        a.forms().stream().map(f -> new AnswerItem.Form(f.text(), f.count())).toList(),
        a.waits(),
        a.ruling().rev(),
        a.ruling().standing(),
        a.ruling().into().isEmpty() ? null : a.ruling().into(),
        a.ruling().text().isEmpty() ? null : a.ruling().text());
  }
}
