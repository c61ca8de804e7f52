package io.plenary.export;

import com.fasterxml.jackson.databind.JsonNode;
import io.plenary.event.RuleViolation;
import io.plenary.voting.Answer;
import io.plenary.voting.BallotActivity;
import io.plenary.voting.Recount;
import io.plenary.voting.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Ballots as a file has them: a list of the entries of each, null for one that abstains. */
final class FiledBallots {
  private FiledBallots() {}

  /**
   * What they give.
   *
   * @param results an entry of a file
   * @param wrong told of each that cannot be
   */
  static Tally count(BallotActivity activity, JsonNode results, Consumer<String> wrong) {
    List<String> words = new ArrayList<>();
    for (JsonNode ballot : results.get("ballots")) {
      String word = word(activity, ballot, wrong);
      if (word != null) words.add(word);
    }
    return Recount.count(activity.paper(), Tally.none(activity.round()), words);
  }

  private static @Nullable String word(
      BallotActivity activity, JsonNode ballot, Consumer<String> wrong) {
    List<String> entries = new ArrayList<>();
    boolean texts = ballot.isNull() || ballot.isArray();
    for (JsonNode entry : ballot) {
      texts &= entry.isTextual();
      entries.add(entry.asText());
    }
    if (!texts) {
      wrong.accept("the ballot " + ballot + " is neither a list of texts nor null");
      return null;
    }
    Answer answer = new Answer(entries, ballot.isNull());
    try {
      String word = activity.paper().write(answer);
      if (!activity.paper().answer(word).equals(answer)) {
        wrong.accept("the ballot " + ballot + " is not in the form in which ballots are written");
      }
      return word;
    } catch (RuleViolation e) {
      wrong.accept("the ballot " + ballot + " cannot be: " + unstopped(e));
      return null;
    }
  }

  /** What it says, without the full stop of a sentence. */
  static String unstopped(Exception e) {
    return String.valueOf(e.getMessage()).replaceAll("[.]$", "");
  }
}
