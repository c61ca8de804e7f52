package io.plenary.kinds.points.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.plenary.kinds.points.PointsDraft;
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

/** Points polls as they travel, shaped as in {@code kinds/points} of the protocol. */
public final class PointsWire {
  private static final String KIND = "points";

  /** All that the wire must know of the kind. */
  public static final KindWire ALL =
      new KindWire(KIND, Draft::read, List.of(PointsPoll.class, OrganiserPointsPoll.class));

  private PointsWire() {}

  /** {@code id} is null for an option that is new. */
  public record OptionDraft(String text, @JsonInclude(Include.NON_NULL) @Nullable String id) {}

  /**
   * What an organiser writes. {@code total}: points that each person gives. {@code step}: points
   * are given in multiples of it. {@code abstain}: label of the way to abstain, null offers none.
   */
  public record Draft(
      String question,
      List<OptionDraft> options,
      int total,
      int step,
      @Nullable String abstain,
      Results results)
      implements WireDraft {
    public Draft {
      options = List.copyOf(options);
    }

    /** Reads every member, and refuses others. */
    public static Draft read(Fields f) throws BadMessage {
      String question = BallotFields.question(f);
      List<OptionDraft> options = new ArrayList<>();
      for (Fields o : f.objects("options", 2, PointsDraft.MAX_OPTIONS)) {
        options.add(new OptionDraft(BallotFields.text(o), BallotFields.id(o)));
        o.end();
      }
      Draft draft =
          new Draft(
              question,
              options,
              (int) f.integer("total", 1, PointsDraft.MAX_TOTAL),
              (int) f.integer("step", 1, PointsDraft.MAX_TOTAL),
              BallotFields.abstain(f),
              BallotFields.results(f));
      f.end();
      return draft;
    }
  }

  public record Option(String id, String text) {}

  /** A points poll as the room sees it. */
  public record PointsPoll(
      @JsonUnwrapped RoomBallot ballot,
      String question,
      List<Option> options,
      int total,
      int step,
      @Nullable String abstain)
      implements Wire.BallotView {
    public PointsPoll {
      options = List.copyOf(options);
    }

    @Override
    public String kind() {
      return KIND;
    }
  }

  /** A points poll as its organisers see it. */
  public record OrganiserPointsPoll(
      @JsonUnwrapped OrganiserBallot ballot,
      String question,
      List<Option> options,
      int total,
      int step,
      @Nullable String abstain)
      implements Wire.OrganiserBallotView {
    public OrganiserPointsPoll {
      options = List.copyOf(options);
    }

    @Override
    public String kind() {
      return KIND;
    }
  }
}
