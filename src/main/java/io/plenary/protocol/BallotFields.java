package io.plenary.protocol;

import io.plenary.words.Results;
import io.plenary.words.TextLimits;
import org.jspecify.annotations.Nullable;

/** The members that the drafts of all ballots have. */
public final class BallotFields {
  private BallotFields() {}

  public static String question(Fields f) throws BadMessage {
    return f.lines("question", 1, TextLimits.QUESTION);
  }

  /** What an option says. */
  public static String text(Fields option) throws BadMessage {
    return option.text("text", 1, TextLimits.OPTION);
  }

  /** Null of an option that is new. */
  public static @Nullable String id(Fields option) throws BadMessage {
    return option.has("id") ? option.optionId("id") : null;
  }

  /** Label of the way to abstain; null offers none. */
  public static @Nullable String abstain(Fields f) throws BadMessage {
    return f.isNull("abstain") ? null : f.text("abstain", 1, TextLimits.ABSTAIN);
  }

  public static Results results(Fields f) throws BadMessage {
    return f.oneOf("results", Results.values());
  }
}
