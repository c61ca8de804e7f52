package io.plenary.kinds.rating.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plenary.export.ActivitySheet;
import io.plenary.export.BallotFile;
import io.plenary.export.BallotResults;
import io.plenary.export.BallotRows;
import io.plenary.export.Counted;
import io.plenary.export.workbook.Chart;
import io.plenary.export.workbook.Column;
import io.plenary.export.workbook.Table;
import io.plenary.kinds.rating.Distribution;
import io.plenary.kinds.rating.Rating;
import io.plenary.kinds.rating.RatingResult;
import io.plenary.kinds.rating.RatingScale;
import io.plenary.kinds.rating.RatingScale.Type;
import io.plenary.kinds.rating.Statement;
import io.plenary.kinds.rating.service.RatingKind;
import io.plenary.kinds.rating.wire.RatingWire;
import io.plenary.protocol.BadMessage;
import io.plenary.protocol.Fields;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Ratings in files: of each statement its median, spread and mean, and how many gave what. */
public final class RatingFile extends BallotFile<Rating, RatingWire.Draft> {
  private static final double NUMBER = 5;
  private static final double NAMES = 18;
  private static final double CELL = 10;
  private static final String RATED = "rated";

  public RatingFile() {
    super(Rating.class, RatingWire.Draft.class);
  }

  @Override
  public String kind() {
    return Rating.KIND;
  }

  @Override
  protected RatingWire.Draft draft(Fields fields) throws BadMessage {
    return RatingWire.Draft.read(fields);
  }

  @Override
  protected RatingWire.Draft draft(Rating rating) {
    var asked = rating.asked();
    return new RatingWire.Draft(
        asked.question(),
        asked.statements().stream().map(s -> new RatingWire.ItemDraft(s.text(), s.id())).toList(),
        asked.scale(),
        asked.noOpinion(),
        asked.abstain(),
        rating.chosen());
  }

  @Override
  protected Rating create(String id, RatingWire.Draft draft) {
    return (Rating) new RatingKind().draft(draft).create(id);
  }

  @Override
  protected @Nullable String abstain(Rating rating) {
    return rating.asked().abstain();
  }

  @Override
  protected void terms(Rating rating, ObjectNode into) {
    RatingScale scale = rating.asked().scale();
    into.putObject("scale")
        .put("type", scale.type().wire())
        .put("points", scale.points())
        .put("low", scale.low())
        .put("high", scale.high());
    into.put("noOpinion", rating.asked().noOpinion());
  }

  @Override
  protected void result(Rating rating, Counted counted, ObjectNode into) {
    RatingResult result = RatingResult.of(rating.asked(), counted.tally());
    ArrayNode statements = into.putArray("statements");
    for (int i = 0; i < rating.asked().statements().size(); i++) {
      Statement statement = rating.asked().statements().get(i);
      Distribution given = result.distributions().get(i);
      ObjectNode one =
          statements
              .addObject()
              .put("id", statement.id())
              .put("text", statement.text())
              .put(RATED, counted.shown(given.rated()))
              .put("noOpinion", counted.shown(result.noOpinion().get(i)));
      ArrayNode counts = one.putArray("counts");
      given.counts().forEach(n -> counts.add(counted.shown(n)));
      one.put("median", number(Statistics.quantile(given, 2)))
          .put("lowerQuartile", number(Statistics.quantile(given, 1)))
          .put("upperQuartile", number(Statistics.quantile(given, 3)))
          .put("mean", number(Statistics.mean(given)));
      shares(rating, given, counted, one);
    }
  }

  private static void shares(Rating rating, Distribution given, Counted counted, ObjectNode one) {
    switch (rating.asked().scale().type()) {
      case AGREEMENT ->
          one.put("agree", counted.shown(given.above()))
              .put("neither", counted.shown(given.rated() - given.above() - given.below()))
              .put("disagree", counted.shown(given.below()));
      case PROMOTER ->
          one.put("promoters", counted.shown(given.promoters()))
              .put("detractors", counted.shown(given.detractors()))
              .put("netPromoterScore", number(Statistics.netPromoterScore(given)));
      default -> {
        // the points speak for themselves
      }
    }
  }

  private static @Nullable Double number(@Nullable BigDecimal exact) {
    return exact == null ? null : (Double) exact.doubleValue();
  }

  @Override
  protected String percentagesOf() {
    return "the people who gave the statement a point; no opinion is not among them";
  }

  @Override
  protected void rows(Rating rating, Counted counted, BallotRows to) {
    RatingResult result = RatingResult.of(rating.asked(), counted.tally());
    RatingScale scale = rating.asked().scale();
    for (int i = 0; i < rating.asked().statements().size(); i++) {
      String text = rating.asked().statements().get(i).text();
      Distribution given = result.distributions().get(i);
      switch (scale.type()) {
        case AGREEMENT -> {
          people(to, text, "agree", given.above(), given);
          people(to, text, "neither", given.rated() - given.above() - given.below(), given);
          people(to, text, "disagree", given.below(), given);
        }
        case PROMOTER -> {
          to.number(text, "net_promoter_score", Statistics.netPromoterScore(given));
          people(to, text, "promoters", given.promoters(), given);
          people(to, text, "detractors", given.detractors(), given);
        }
        default -> to.number(text, "mean", Statistics.mean(given));
      }
      to.number(text, "median", Statistics.quantile(given, 2));
      to.number(text, "lower_quartile", Statistics.quantile(given, 1));
      to.number(text, "upper_quartile", Statistics.quantile(given, 3));
      if (scale.type() != Type.POINTS) to.number(text, "mean", Statistics.mean(given));
      to.number(text, RATED, given.rated());
      if (rating.asked().noOpinion() != null) {
        to.number(text, "no_opinion", result.noOpinion().get(i));
      }
      for (int value : scale.values()) {
        people(to, text, "point_" + value, given.counts().get(value - scale.first()), given);
      }
    }
  }

  private static void people(
      BallotRows to, String text, String measure, long count, Distribution given) {
    to.people(text, measure, count, given.rated(), RATED);
  }

  /** The table below says how many gave each point. */
  @Override
  protected boolean inTable(String measure) {
    return !measure.startsWith("point_") && !Set.of("neither", "disagree").contains(measure);
  }

  /** How many gave which point, and the bars of that. */
  @Override
  protected void tables(BallotResults<Rating> results, ActivitySheet to) {
    if (results.counted().withheld()) return;
    Rating rating = results.activity();
    RatingScale scale = rating.asked().scale();
    RatingResult result = RatingResult.of(rating.asked(), results.counted().tally());
    List<Column> columns = new ArrayList<>();
    columns.add(Column.whole("No.", NUMBER));
    columns.add(Column.text("Points given to", NAMES));
    scale.values().forEach(value -> columns.add(Column.whole(scale.name(value), CELL)));
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (int i = 0; i < rating.asked().statements().size(); i++) {
      List<@Nullable Object> cells = new ArrayList<>();
      cells.add(i + 1);
      cells.add(rating.asked().statements().get(i).text());
      cells.addAll(result.distributions().get(i).counts());
      rows.add(cells);
    }
    Table table = new Table(null, columns, rows);
    boolean any = result.distributions().stream().anyMatch(given -> given.rated() > 0);
    List<Integer> points = IntStream.range(2, columns.size()).boxed().toList();
    if (any) to.table(table, new Chart(rating.title(), 1, points, /* stacked= */ true));
    else to.table(table);
  }

  @Override
  public String codebook() {
    StringBuilder words = new StringBuilder(Words.CODEBOOK);
    for (int point = 0; point < RatingScale.PROMOTER_POINTS; point++) {
      words.append("\nData | measure | point_").append(point).append(" | People who gave the");
      words.append(" statement ").append(point).append(Words.POINT);
    }
    return words.toString();
  }
}
