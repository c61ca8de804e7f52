package io.plenary.kinds.ranking.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plenary.export.ActivitySheet;
import io.plenary.export.BallotFile;
import io.plenary.export.BallotResults;
import io.plenary.export.BallotRows;
import io.plenary.export.Counted;
import io.plenary.export.workbook.Column;
import io.plenary.export.workbook.Table;
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
  private static final double NUMBER = 5;
  private static final double NAMES = 18;
  private static final double CELL = 6;

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

  /** Who got which place how often, and every pair. */
  @Override
  protected void tables(BallotResults<Ranking> results, ActivitySheet to) {
    if (results.counted().withheld()) return;
    Ranking ranking = results.activity();
    RankingResult result = RankingResult.of(ranking.asked(), results.counted().tally());
    to.note(rule(ranking.asked().unranked()));
    ranking.asked().options().stream()
        .filter(option -> option.id().equals(result.winner()))
        .forEach(option -> to.note(option.text() + " beats every other option one to one."));
    to.table(places(ranking, result, results.turnout().voted()));
    to.table(pairs(ranking, result));
  }

  private static Table places(Ranking ranking, RankingResult result, long voted) {
    List<RankingOption> options = ranking.asked().options();
    List<Column> columns = new ArrayList<>(first("Places given to"));
    for (int place = 1; place <= result.ranks().size(); place++) {
      columns.add(Column.whole(Integer.toString(place), CELL));
    }
    columns.add(Column.whole("None", CELL));
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (int option = 0; option < options.size(); option++) {
      List<@Nullable Object> cells = new ArrayList<>();
      cells.add(option + 1);
      cells.add(options.get(option).text());
      long given = 0;
      for (List<Long> place : result.ranks()) {
        given += place.get(option);
        cells.add(place.get(option));
      }
      cells.add(voted - given);
      rows.add(cells);
    }
    return new Table(null, columns, rows);
  }

  private static Table pairs(Ranking ranking, RankingResult result) {
    List<RankingOption> options = ranking.asked().options();
    List<Column> columns = new ArrayList<>(first("Preferred to No."));
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (int option = 0; option < options.size(); option++) {
      columns.add(Column.whole(Integer.toString(option + 1), CELL));
      List<@Nullable Object> cells = new ArrayList<>();
      cells.add(option + 1);
      cells.add(options.get(option).text());
      cells.addAll(result.pairs().get(option));
      cells.set(option + 2, null);
      rows.add(cells);
    }
    return new Table(null, columns, rows);
  }

  private static List<Column> first(String name) {
    return List.of(Column.whole("No.", NUMBER), Column.text(name, NAMES));
  }

  private static String rule(Unranked unranked) {
    return unranked == Unranked.MEAN
        ? "In scores an option without a place counts the mean of the places left."
        : "In scores an option without a place counts nothing.";
  }

  @Override
  public String codebook() {
    return """
    Data | kind | ranking | Ranking: the row is an option that could be given a place
    Data | measure | score | Mean points of those who voted: of N options the first place gives N points, the last \
    1. What an option without a place counts is said on the sheet of the ranking
    Data | measure | first_places | People who gave the option the first place
    1, 2, … | Places given to |  | How many gave the option the place that the header says, from 1, the best
    1, 2, … | None |  | People who voted and gave the option no place
    1, 2, … | Preferred to No. |  | How many prefer the option of the row to the one whose number the header says: \
    they ranked it before, or ranked it alone. Who ranked neither is in no cell\
    """;
  }
}
