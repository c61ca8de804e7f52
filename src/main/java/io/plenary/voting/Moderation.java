package io.plenary.voting;

import io.plenary.event.Reason;
import io.plenary.event.RuleViolation;
import io.plenary.words.Standing;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What moderators may decide of answers in people's own words. */
public final class Moderation {
  /** Families of one activity of which something may be decided. */
  public static final int LIMIT = 2_000;

  /**
   * What somebody wants to be decided of one family.
   *
   * @param rev of the decision it was made on, 0 for none
   * @param into as in {@link Ruling}
   * @param text as in {@link Ruling}, before it was cleaned
   */
  public record Wish(String family, long rev, Standing standing, String into, String text) {}

  private Moderation() {}

  /**
   * What is to be written. Who is joined into a family that is joined into another now goes along:
   * nothing is joined into what is joined itself.
   *
   * @throws RuleViolation {@link Reason#CONFLICT} when an answer is gone or somebody else was
   *     quicker, {@link Reason#BAD_DRAFT} when wishes contradict each other, {@link
   *     Reason#BAD_ANSWER} for a name that cannot be
   */
  public static Map<String, Ruling> decide(
      BallotPaper<?, ?> paper, Tally tally, List<OpenAnswer> answers, List<Wish> wishes) {
    Map<String, OpenAnswer> known =
        answers.stream().collect(Collectors.toMap(OpenAnswer::family, Function.identity()));
    Map<String, Ruling> next = new LinkedHashMap<>();
    for (Wish wish : wishes) {
      if (!known.containsKey(wish.family())) {
        throw new RuleViolation(
            Reason.CONFLICT, "Nobody gives this answer any more. Look at the newest list.");
      }
      long rev = tally.rulings().of(wish.family()).rev();
      if (rev != wish.rev()) {
        throw new RuleViolation(
            Reason.CONFLICT,
            "Somebody else has decided about this answer since. Look at it, and decide again.");
      }
      String text = wish.text().isEmpty() ? "" : paper.called(wish.text());
      Ruling ruling = new Ruling(rev + 1, wish.standing(), wish.into(), text);
      if (next.put(wish.family(), ruling) != null) {
        throw new RuleViolation(Reason.BAD_DRAFT, "Decide about each answer once.");
      }
    }
    for (Wish wish : wishes) {
      if (!wish.into().isEmpty()) join(wish, tally, known, next);
    }
    return next;
  }

  private static void join(
      Wish wish, Tally tally, Map<String, OpenAnswer> known, Map<String, Ruling> next) {
    String into = wish.into();
    if (into.equals(wish.family())) {
      throw new RuleViolation(Reason.BAD_DRAFT, "Join an answer with another one.");
    }
    if (!known.containsKey(into)) {
      throw new RuleViolation(
          Reason.CONFLICT,
          "Nobody gives the answer it was to be joined with any more. Look at the newest list.");
    }
    Ruling target = next.getOrDefault(into, tally.rulings().of(into));
    if (!target.into().isEmpty()) {
      throw new RuleViolation(
          Reason.BAD_DRAFT,
          "The answer to be joined with is joined with another itself. Join both with that one.");
    }
    tally
        .rulings()
        .byFamily()
        .forEach(
            (family, was) -> {
              if (was.into().equals(wish.family()) && !next.containsKey(family)) {
                next.put(family, new Ruling(was.rev() + 1, was.standing(), into, was.text()));
              }
            });
  }
}
