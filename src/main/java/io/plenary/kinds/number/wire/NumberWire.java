package io.plenary.kinds.number.wire;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.plenary.kinds.number.Decimals;
import io.plenary.kinds.number.NumberDraft;
import io.plenary.kinds.number.NumberSettings;
import io.plenary.protocol.BadMessage;
import io.plenary.protocol.BallotFields;
import io.plenary.protocol.Fields;
import io.plenary.protocol.KindWire;
import io.plenary.protocol.OrganiserBallot;
import io.plenary.protocol.RoomBallot;
import io.plenary.protocol.Wire;
import io.plenary.protocol.WireDraft;
import io.plenary.words.Results;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Number polls as they travel, shaped as in {@code kinds/number} of the protocol. Numbers are
 * decimal texts, because a number of JSON may be read as a binary fraction.
 */
public final class NumberWire {
  private static final String KIND = "number";

  /** All that the wire must know of the kind. */
  public static final KindWire ALL =
      new KindWire(KIND, Draft::read, List.of(NumberPoll.class, OrganiserNumberPoll.class));

  private NumberWire() {}

  /** What is asked, as texts. {@code unit}, {@code right} and {@code abstain}: null is none. */
  public record Asked(
      String question,
      String min,
      String max,
      String step,
      @Nullable String unit,
      @Nullable String right,
      @Nullable String abstain) {
    public static Asked of(NumberSettings asked) {
      var right = asked.right();
      return new Asked(
          asked.question(),
          asked.min().toPlainString(),
          asked.max().toPlainString(),
          asked.step().toPlainString(),
          asked.unit(),
          right == null ? null : right.toPlainString(),
          asked.abstain());
    }
  }

  /**
   * What an organiser writes. {@code unit}: what stands behind a number, null is nothing. {@code
   * right}: the true value, null when there is none. {@code abstain}: label of the way to abstain,
   * null offers none.
   */
  public record Draft(
      String question,
      String min,
      String max,
      String step,
      @Nullable String unit,
      @Nullable String right,
      @Nullable String abstain,
      Results results)
      implements WireDraft {
    /** Reads every member, and refuses others. */
    public static Draft read(Fields f) throws BadMessage {
      Draft draft =
          new Draft(
              BallotFields.question(f),
              decimal(f, "min"),
              decimal(f, "max"),
              decimal(f, "step"),
              f.isNull("unit") ? null : f.text("unit", 1, NumberDraft.MAX_UNIT),
              f.isNull("right") ? null : decimal(f, "right"),
              BallotFields.abstain(f),
              BallotFields.results(f));
      f.end();
      return draft;
    }

    private static String decimal(Fields f, String name) throws BadMessage {
      String text = f.text(name, 1, Decimals.LONGEST);
      if (Decimals.read(text) == null) {
        throw f.wrong(name, "must be a number such as 10 or -0.5, of at most 1000000000000");
      }
      return text;
    }
  }

  /** A number poll as the room sees it. */
  public record NumberPoll(
      @JsonUnwrapped RoomBallot ballot,
      String question,
      String min,
      String max,
      String step,
      @Nullable String unit,
      @Nullable String abstain)
      implements Wire.BallotView {
    @Override
    public String kind() {
      return KIND;
    }
  }

  /** A number poll as its organisers see it. */
  public record OrganiserNumberPoll(
      @JsonUnwrapped OrganiserBallot ballot,
      String question,
      String min,
      String max,
      String step,
      @Nullable String unit,
      @Nullable String right,
      @Nullable String abstain)
      implements Wire.OrganiserBallotView {
    @Override
    public String kind() {
      return KIND;
    }
  }
}
