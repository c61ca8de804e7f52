package io.plenary.kinds;

import io.plenary.kinds.choice.PollRehearsal;
import io.plenary.kinds.choice.export.PollFile;
import io.plenary.kinds.choice.service.PollKind;
import io.plenary.kinds.choice.simulation.PollTaste;
import io.plenary.kinds.choice.wire.ChoiceWire;
import io.plenary.kinds.number.export.NumberFile;
import io.plenary.kinds.number.service.NumberKind;
import io.plenary.kinds.number.simulation.NumberTaste;
import io.plenary.kinds.number.wire.NumberWire;
import io.plenary.kinds.points.export.PointsFile;
import io.plenary.kinds.points.service.PointsKind;
import io.plenary.kinds.points.simulation.PointsTaste;
import io.plenary.kinds.points.wire.PointsWire;
import io.plenary.kinds.qa.module.QaModule;
import io.plenary.kinds.ranking.export.RankingFile;
import io.plenary.kinds.ranking.service.RankingKind;
import io.plenary.kinds.ranking.simulation.RankingTaste;
import io.plenary.kinds.ranking.wire.RankingWire;
import io.plenary.kinds.rating.export.RatingFile;
import io.plenary.kinds.rating.service.RatingKind;
import io.plenary.kinds.rating.simulation.RatingTaste;
import io.plenary.kinds.rating.wire.RatingWire;
import io.plenary.kinds.reactions.module.ReactionModule;
import io.plenary.kinds.words.export.WordsFile;
import io.plenary.kinds.words.service.WordsKind;
import io.plenary.kinds.words.simulation.WordsTaste;
import io.plenary.kinds.words.wire.WordsWire;
import io.plenary.module.KindModule;
import java.util.List;

/** Every kind there is: the one place outside their folders that names them all. */
public final class AllKinds {
  private static final List<BallotEntry> BALLOTS =
      List.of(
          new BallotEntry(new PollKind(), ChoiceWire.ALL, new PollFile(), new PollTaste()),
          new BallotEntry(
              new RankingKind(), RankingWire.ALL, new RankingFile(), new RankingTaste()),
          new BallotEntry(new NumberKind(), NumberWire.ALL, new NumberFile(), new NumberTaste()),
          new BallotEntry(new PointsKind(), PointsWire.ALL, new PointsFile(), new PointsTaste()),
          new BallotEntry(new RatingKind(), RatingWire.ALL, new RatingFile(), new RatingTaste()),
          new BallotEntry(new WordsKind(), WordsWire.ALL, new WordsFile(), new WordsTaste()));

  private static final List<KindModule> MODULES = List.of(new QaModule(), new ReactionModule());

  public static final KindRegistry REGISTRY = new KindRegistry(BALLOTS, MODULES, PollRehearsal::of);

  private AllKinds() {}
}
