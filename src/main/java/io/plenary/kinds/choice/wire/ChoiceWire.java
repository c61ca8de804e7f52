package io.plenary.kinds.choice.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.plenary.kinds.choice.PollDraft;
import io.plenary.protocol.BadMessage;
import io.plenary.protocol.BallotFields;
import io.plenary.protocol.Fields;
import io.plenary.protocol.KindWire;
import io.plenary.protocol.OrganiserBallot;
import io.plenary.protocol.RoomBallot;
import io.plenary.protocol.Wire;
import io.plenary.protocol.WireDraft;
import io.plenary.words.Results;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Polls as they travel, shaped as in {@code kinds/choice} of the protocol. */
public final class ChoiceWire {
  private static final String KIND = "poll";

  /** All that the wire must know of the kind. */
  public static final KindWire ALL =
      new KindWire(KIND, Draft::read, List.of(Poll.class, OrganiserPoll.class));

  private ChoiceWire() {}

  /** What an organiser writes. {@code abstain}: label of the way to abstain, null offers none. */
  public record Draft(
      String question,
      List<OptionDraft> options,
      int maxChoices,
      @Nullable String abstain,
      Results results)
      implements WireDraft {
    public Draft {
      options = List.copyOf(options);
    }

    /** Reads every member, on the wire and in event files alike, and refuses others. */
    public static Draft read(Fields f) throws BadMessage {
      String question = BallotFields.question(f);
      List<OptionDraft> options = new ArrayList<>();
      for (Fields o : f.objects("options", 2, PollDraft.MAX_OPTIONS)) {
        options.add(
            new OptionDraft(
                BallotFields.text(o),
                BallotFields.id(o),
                o.has("exclusive") && o.flag("exclusive")));
        o.end();
      }
      Draft draft =
          new Draft(
              question,
              options,
              (int) f.integer("maxChoices", 1, PollDraft.MAX_OPTIONS),
              BallotFields.abstain(f),
              BallotFields.results(f));
      f.end();
      return draft;
    }
  }

  /**
   * {@code id} is null for an option that is new. {@code exclusive}: cannot be chosen together with
   * another.
   */
  public record OptionDraft(
      String text,
      @JsonInclude(Include.NON_NULL) @Nullable String id,
      @JsonInclude(Include.NON_DEFAULT) boolean exclusive) {}

  public record Option(String id, String text, boolean exclusive) {}

  /** A poll as the room sees it. */
  public record Poll(
      @JsonUnwrapped RoomBallot ballot,
      String question,
      List<Option> options,
      int maxChoices,
      @Nullable String abstain)
      implements Wire.BallotView {
    public Poll {
      options = List.copyOf(options);
    }

    @Override
    public String kind() {
      return KIND;
    }
  }

  /** A poll as its organisers see it. */
  public record OrganiserPoll(
      @JsonUnwrapped OrganiserBallot ballot,
      String question,
      List<Option> options,
      int maxChoices,
      @Nullable String abstain)
      implements Wire.OrganiserBallotView {
    public OrganiserPoll {
      options = List.copyOf(options);
    }

    @Override
    public String kind() {
      return KIND;
    }
  }
}
