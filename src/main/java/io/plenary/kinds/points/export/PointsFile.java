package io.plenary.kinds.points.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plenary.export.ActivitySheet;
import io.plenary.export.BallotFile;
import io.plenary.export.BallotResults;
import io.plenary.export.BallotRows;
import io.plenary.export.Counted;
import io.plenary.kinds.points.PointsOption;
import io.plenary.kinds.points.PointsPoll;
import io.plenary.kinds.points.PointsResult;
import io.plenary.kinds.points.service.PointsKind;
import io.plenary.kinds.points.wire.PointsWire;
import io.plenary.protocol.BadMessage;
import io.plenary.protocol.Fields;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Points polls in files: mean points, who gave any, sums, and their share of all points. */
public final class PointsFile extends BallotFile<PointsPoll, PointsWire.Draft> {
  public PointsFile() {
    super(PointsPoll.class, PointsWire.Draft.class);
  }

  @Override
  public String kind() {
    return PointsPoll.KIND;
  }

  @Override
  protected PointsWire.Draft draft(Fields fields) throws BadMessage {
    return PointsWire.Draft.read(fields);
  }

  @Override
  protected PointsWire.Draft draft(PointsPoll points) {
    var asked = points.asked();
    return new PointsWire.Draft(
        asked.question(),
        asked.options().stream().map(o -> new PointsWire.OptionDraft(o.text(), o.id())).toList(),
        asked.total(),
        asked.step(),
        asked.abstain(),
        points.chosen());
  }

  @Override
  protected PointsPoll create(String id, PointsWire.Draft draft) {
    return (PointsPoll) new PointsKind().draft(draft).create(id);
  }

  @Override
  protected @Nullable String abstain(PointsPoll points) {
    return points.asked().abstain();
  }

  @Override
  protected void terms(PointsPoll points, ObjectNode into) {
    into.put("total", points.asked().total()).put("step", points.asked().step());
  }

  @Override
  protected void result(PointsPoll points, Counted counted, ObjectNode into) {
    PointsResult result = PointsResult.of(points.asked(), counted.tally());
    ArrayNode options = into.putArray("options");
    for (int i = 0; i < points.asked().options().size(); i++) {
      PointsOption option = points.asked().options().get(i);
      long given = result.points().get(i);
      long givers = result.givers().get(i);
      options
          .addObject()
          .put("id", option.id())
          .put("text", option.text())
          .put("mean", asDouble(mean(given, counted)))
          .put("points", counted.shown(given))
          .put("share", asDouble(share(given, points, counted)))
          .put("givers", counted.shown(givers))
          .put("percent", counted.percent(givers));
    }
  }

  private static @Nullable Double asDouble(@Nullable BigDecimal number) {
    return number == null ? null : (Double) number.doubleValue();
  }

  /** Points of one person who voted, to two decimals; null when nobody did. */
  private static @Nullable BigDecimal mean(long given, Counted counted) {
    long voted = counted.tally().voted();
    return voted == 0
        ? null
        : BigDecimal.valueOf(given).divide(BigDecimal.valueOf(voted), 2, RoundingMode.HALF_UP);
  }

  /** In percent of all points that were given, to one decimal; null when nobody voted. */
  private static @Nullable BigDecimal share(long given, PointsPoll points, Counted counted) {
    long all = counted.tally().voted() * points.asked().total();
    return all == 0
        ? null
        : BigDecimal.valueOf(100 * given).divide(BigDecimal.valueOf(all), 1, RoundingMode.HALF_UP);
  }

  @Override
  protected void rows(PointsPoll points, Counted counted, BallotRows to) {
    PointsResult result = PointsResult.of(points.asked(), counted.tally());
    List<PointsOption> options = points.asked().options();
    for (int i = 0; i < options.size(); i++) {
      String option = options.get(i).text();
      long given = result.points().get(i);
      to.number(option, "mean_points", mean(given, counted));
      to.people(option, "gave_any", result.givers().get(i));
      to.number(option, "points", given);
      to.number(option, "share_of_points", share(given, points, counted));
    }
  }

  @Override
  protected void tables(BallotResults<PointsPoll> results, ActivitySheet to) {
    var asked = results.activity().asked();
    String steps = asked.step() == 1 ? "" : ", in steps of " + asked.step();
    String points = asked.total() == 1 ? "1 point" : asked.total() + " points";
    to.note(
        "Everybody shared "
            + points
            + " between the options"
            + steps
            + ". Means are of those who voted, who gave an option nothing included.");
  }

  @Override
  public String codebook() {
    return """
    Data | kind | points | Points: people shared points, the row is an option
    Data | measure | mean_points | Mean points of those who voted; who gave the option nothing counts as 0
    Data | measure | gave_any | People who gave the option any points
    Data | measure | points | Sum of the points that the option was given
    Data | measure | share_of_points | The same in percent of all points that were given\
    """;
  }
}
