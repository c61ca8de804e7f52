package io.plenary.kinds.rating.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.plenary.kinds.rating.RatingDraft;
import io.plenary.kinds.rating.RatingScale;
import io.plenary.protocol.BadMessage;
import io.plenary.protocol.BallotFields;
import io.plenary.protocol.Fields;
import io.plenary.protocol.KindWire;
import io.plenary.protocol.OrganiserBallot;
import io.plenary.protocol.RoomBallot;
import io.plenary.protocol.Wire;
import io.plenary.protocol.WireDraft;
import io.plenary.words.Results;
import io.plenary.words.TextLimits;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ratings as they travel, shaped as in {@code kinds/rating} of the protocol. */
public final class RatingWire {
  private static final String KIND = "rating";

  /** All that the wire must know of the kind. */
  public static final KindWire ALL =
      new KindWire(KIND, Draft::read, List.of(Rating.class, OrganiserRating.class));

  private RatingWire() {}

  /** {@code id} is null for a statement that is new. */
  public record ItemDraft(String text, @JsonInclude(Include.NON_NULL) @Nullable String id) {}

  /**
   * What an organiser writes. {@code noOpinion}: label of the way to have no opinion on a
   * statement, null offers none. {@code abstain}: the same of the way to abstain from all.
   */
  public record Draft(
      String question,
      List<ItemDraft> statements,
      RatingScale scale,
      @Nullable String noOpinion,
      @Nullable String abstain,
      Results results)
      implements WireDraft {
    public Draft {
      statements = List.copyOf(statements);
    }

    /** Reads every member, and refuses others. */
    public static Draft read(Fields f) throws BadMessage {
      String question = BallotFields.question(f);
      List<ItemDraft> statements = new ArrayList<>();
      for (Fields s : f.objects("statements", 1, RatingDraft.MAX_STATEMENTS)) {
        statements.add(new ItemDraft(BallotFields.text(s), BallotFields.id(s)));
        s.end();
      }
      Draft draft =
          new Draft(
              question,
              statements,
              scale(f.object("scale")),
              f.isNull("noOpinion") ? null : f.text("noOpinion", 1, TextLimits.ABSTAIN),
              BallotFields.abstain(f),
              BallotFields.results(f));
      f.end();
      return draft;
    }

    private static RatingScale scale(Fields f) throws BadMessage {
      RatingScale scale =
          new RatingScale(
              f.oneOf("type", RatingScale.Type.values()),
              (int) f.integer("points", RatingScale.FEWEST, RatingScale.PROMOTER_POINTS),
              end(f, "low"),
              end(f, "high"));
      f.end();
      return scale;
    }

    private static @Nullable String end(Fields f, String name) throws BadMessage {
      return f.isNull(name) ? null : f.text(name, 1, RatingDraft.MAX_END);
    }
  }

  public record Item(String id, String text) {}

  /** A rating as the room sees it. */
  public record Rating(
      @JsonUnwrapped RoomBallot ballot,
      String question,
      List<Item> statements,
      RatingScale scale,
      @Nullable String noOpinion,
      @Nullable String abstain)
      implements Wire.BallotView {
    public Rating {
      statements = List.copyOf(statements);
    }

    /** The points of its scale from the lowest, as numbers. */
    public List<Integer> values() {
      return scale.values();
    }

    @Override
    public String kind() {
      return KIND;
    }
  }

  /** A rating as its organisers see it. */
  public record OrganiserRating(
      @JsonUnwrapped OrganiserBallot ballot,
      String question,
      List<Item> statements,
      RatingScale scale,
      @Nullable String noOpinion,
      @Nullable String abstain)
      implements Wire.OrganiserBallotView {
    public OrganiserRating {
      statements = List.copyOf(statements);
    }

    @Override
    public String kind() {
      return KIND;
    }
  }
}
