package io.plenary.kinds.ranking.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plenary.export.BallotFile;
import io.plenary.export.BallotResults;
import io.plenary.export.BallotRows;
import io.plenary.export.Counted;
import io.plenary.export.Sheet;
import io.plenary.export.Sheets;
import io.plenary.kinds.ranking.Ranking;
import io.plenary.kinds.ranking.RankingOption;
import io.plenary.kinds.ranking.RankingResult;
import io.plenary.kinds.ranking.RankingSettings.Unranked;
import io.plenary.kinds.ranking.service.RankingKind;
import io.plenary.kinds.ranking.wire.RankingWire;
import io.plenary.protocol.BadMessage;
import io.plenary.protocol.Fields;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Rankings in files: scores, first places, who ranked what where, and every pair. */
public final class RankingFile extends BallotFile<Ranking, RankingWire.Draft> {
  private static final double TEXT = 40;

  public RankingFile() {
    super(Ranking.class, RankingWire.Draft.class);
  }

  @Override
  public String kind() {
    return Ranking.KIND;
  }

  @Override
  protected RankingWire.Draft draft(Fields fields) throws BadMessage {
    return RankingWire.Draft.read(fields);
  }

  @Override
  protected RankingWire.Draft draft(Ranking ranking) {
    var asked = ranking.asked();
    return new RankingWire.Draft(
        asked.question(),
        asked.options().stream().map(o -> new RankingWire.OptionDraft(o.text(), o.id())).toList(),
        asked.places(),
        asked.shuffled(),
        asked.unranked(),
        asked.abstain(),
        ranking.chosen());
  }

  @Override
  protected Ranking create(String id, RankingWire.Draft draft) {
    return (Ranking) new RankingKind().draft(draft).create(id);
  }

  @Override
  protected @Nullable String abstain(Ranking ranking) {
    return ranking.asked().abstain();
  }

  @Override
  protected void terms(Ranking ranking, ObjectNode into) {
    into.put("places", ranking.asked().places())
        .put("unranked", ranking.asked().unranked().name().toLowerCase(Locale.ROOT));
  }

  @Override
  protected void result(Ranking ranking, Counted counted, ObjectNode into) {
    RankingResult result = RankingResult.of(ranking.asked(), counted.tally());
    ArrayNode options = into.putArray("options");
    for (int i = 0; i < ranking.asked().options().size(); i++) {
      RankingOption option = ranking.asked().options().get(i);
      long firsts = result.firsts().get(i);
      BigDecimal score = score(result, i, counted);
      options
          .addObject()
          .put("id", option.id())
          .put("text", option.text())
          .put("score", score == null ? null : (Double) score.doubleValue())
          .put("points", counted.shown(result.doublePoints().get(i) / 2.0))
          .put("firsts", counted.shown(firsts))
          .put("percent", counted.percent(firsts));
    }
    into.put("winner", result.winner());
    matrix(into.putArray("ranks"), result.ranks(), counted);
    matrix(into.putArray("pairs"), result.pairs(), counted);
  }

  private static void matrix(ArrayNode into, List<List<Long>> rows, Counted counted) {
    for (List<Long> row : rows) {
      ArrayNode numbers = into.addArray();
      row.forEach(n -> numbers.add(counted.shown(n)));
    }
  }

  /** Mean points of those who voted; null when there is none. */
  private static @Nullable BigDecimal score(RankingResult result, int option, Counted counted) {
    long voted = counted.tally().voted();
    return voted == 0
        ? null
        : BigDecimal.valueOf(result.doublePoints().get(option))
            .divide(BigDecimal.valueOf(2 * voted), 2, RoundingMode.HALF_UP);
  }

  @Override
  protected void rows(Ranking ranking, Counted counted, BallotRows to) {
    RankingResult result = RankingResult.of(ranking.asked(), counted.tally());
    for (int i = 0; i < ranking.asked().options().size(); i++) {
      String option = ranking.asked().options().get(i).text();
      to.number(option, "score", score(result, i, counted));
      to.people(option, "first_places", result.firsts().get(i));
    }
  }

  /** The rank × option matrix, and the pairwise one. */
  @Override
  protected void sheets(BallotResults<Ranking> results, Sheets to) {
    if (results.counted().withheld()) return;
    Ranking ranking = results.activity();
    RankingResult result = RankingResult.of(ranking.asked(), results.counted().tally());
    String where = ranking.title() + " (" + results.room() + ")";
    List<String> names =
        ranking.asked().options().stream().map(o -> o.id() + ": " + o.text()).toList();
    Sheet ranks =
        to.addNumbered(
            "Ranks", "How many gave each option which place in: " + where, header("place", names));
    long voted = results.turnout().voted();
    List<Long> left = new ArrayList<>();
    for (int option = 0; option < names.size(); option++) {
      long given = 0;
      for (List<Long> place : result.ranks()) given += place.get(option);
      left.add(voted - given);
    }
    for (int place = 0; place < result.ranks().size(); place++) {
      ranks.row(row(place + 1, result.ranks().get(place)));
    }
    ranks.row(row("none", left));
    Sheet pairs =
        to.addNumbered(
                "Pairs",
                "How many prefer one option to another in: "
                    + where
                    + ". "
                    + rule(ranking.asked().unranked()),
                header("preferred", names))
            .width(0, TEXT);
    for (int option = 0; option < names.size(); option++) {
      List<@Nullable Long> row = new ArrayList<>(result.pairs().get(option));
      row.set(option, null);
      pairs.row(row(names.get(option), row));
    }
  }

  private static String rule(Unranked unranked) {
    return unranked == Unranked.MEAN
        ? "In scores an option without a place counts the mean of the places left."
        : "In scores an option without a place counts nothing.";
  }

  private static Object[] header(String first, List<String> names) {
    return row(first, names);
  }

  private static @Nullable Object[] row(Object first, List<? extends @Nullable Object> rest) {
    List<@Nullable Object> cells = new ArrayList<>();
    cells.add(first);
    cells.addAll(rest);
    return cells.toArray();
  }

  @Override
  public String codebook() {
    return """
    Summary | kind | ranking | Ranking: the row is an option that could be given a place
    Summary | measure | score | Mean points of those who voted: of N options the first place gives N points, the last \
    1. What an option without a place counts is said in the sheet About
    Summary | measure | first_places | People who gave the option the first place
    Ranks | place |  | The place, from 1, the best
    Ranks | place | none | People who voted and gave the option no place
    Ranks | (option) |  | How many gave the option this place. The header is the option's id and text
    Pairs | preferred |  | Id and text of the option that is preferred
    Pairs | (option) |  | How many prefer the option of the row to this one: they ranked it before, or ranked it \
    alone. Who ranked neither is in no cell\
    """;
  }
}
