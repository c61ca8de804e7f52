package io.plenary.kinds.ranking.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.plenary.kinds.ranking.RankingDraft;
import io.plenary.kinds.ranking.RankingSettings.Unranked;
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

/** Rankings as they travel, shaped as in {@code kinds/ranking} of the protocol. */
public final class RankingWire {
  private static final String KIND = "ranking";

  /** All that the wire must know of the kind. */
  public static final KindWire ALL =
      new KindWire(KIND, Draft::read, List.of(Ranking.class, OrganiserRanking.class));

  private RankingWire() {}

  /** {@code id} is null for an option that is new. */
  public record OptionDraft(String text, @JsonInclude(Include.NON_NULL) @Nullable String id) {}

  /**
   * What an organiser writes. {@code places}: how many places people may give. {@code shuffled}:
   * options begin in an order of each person's own. {@code abstain}: label of the way to abstain,
   * null offers none.
   */
  public record Draft(
      String question,
      List<OptionDraft> options,
      int places,
      boolean shuffled,
      Unranked unranked,
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
      for (Fields o : f.objects("options", 2, RankingDraft.MAX_OPTIONS)) {
        options.add(new OptionDraft(BallotFields.text(o), BallotFields.id(o)));
        o.end();
      }
      Draft draft =
          new Draft(
              question,
              options,
              (int) f.integer("places", 1, RankingDraft.MAX_OPTIONS),
              f.flag("shuffled"),
              f.oneOf("unranked", Unranked.values()),
              BallotFields.abstain(f),
              BallotFields.results(f));
      f.end();
      return draft;
    }
  }

  public record Option(String id, String text) {}

  /** A ranking as the room sees it. */
  public record Ranking(
      @JsonUnwrapped RoomBallot ballot,
      String question,
      List<Option> options,
      int places,
      boolean shuffled,
      Unranked unranked,
      @Nullable String abstain)
      implements Wire.BallotView {
    public Ranking {
      options = List.copyOf(options);
    }

    @Override
    public String kind() {
      return KIND;
    }
  }

  /** A ranking as its organisers see it. */
  public record OrganiserRanking(
      @JsonUnwrapped OrganiserBallot ballot,
      String question,
      List<Option> options,
      int places,
      boolean shuffled,
      Unranked unranked,
      @Nullable String abstain)
      implements Wire.OrganiserBallotView {
    public OrganiserRanking {
      options = List.copyOf(options);
    }

    @Override
    public String kind() {
      return KIND;
    }
  }
}
