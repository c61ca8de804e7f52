package io.plenary.kinds.number.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plenary.activity.Activity.State;
import io.plenary.export.ActivitySheet;
import io.plenary.export.BallotFile;
import io.plenary.export.BallotResults;
import io.plenary.export.BallotRows;
import io.plenary.export.Counted;
import io.plenary.kinds.number.Bins;
import io.plenary.kinds.number.Histogram;
import io.plenary.kinds.number.NumberPoll;
import io.plenary.kinds.number.NumberResult;
import io.plenary.kinds.number.NumberSettings;
import io.plenary.kinds.number.service.NumberKind;
import io.plenary.kinds.number.wire.NumberWire;
import io.plenary.protocol.BadMessage;
import io.plenary.protocol.Fields;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Number polls in files: a histogram, median and quartiles, and how many gave which value. */
public final class NumberFile extends BallotFile<NumberPoll, NumberWire.Draft> {
  private static final String ALL = "All answers";
  private static final String RANGE = "people_in_range";

  public NumberFile() {
    super(NumberPoll.class, NumberWire.Draft.class);
  }

  @Override
  public String kind() {
    return NumberPoll.KIND;
  }

  @Override
  protected NumberWire.Draft draft(Fields fields) throws BadMessage {
    return NumberWire.Draft.read(fields);
  }

  @Override
  protected NumberWire.Draft draft(NumberPoll number) {
    NumberWire.Asked asked = NumberWire.Asked.of(number.asked());
    return new NumberWire.Draft(
        asked.question(),
        asked.min(),
        asked.max(),
        asked.step(),
        asked.unit(),
        asked.right(),
        asked.abstain(),
        number.chosen());
  }

  @Override
  protected NumberPoll create(String id, NumberWire.Draft draft) {
    return (NumberPoll) new NumberKind().draft(draft).create(id);
  }

  @Override
  protected @Nullable String abstain(NumberPoll number) {
    return number.asked().abstain();
  }

  /** The right value only of what nobody can answer any more. */
  @Override
  protected void terms(NumberPoll number, ObjectNode into) {
    NumberWire.Asked asked = NumberWire.Asked.of(number.asked());
    boolean over = number.state() == State.LOCKED || number.isFinal();
    into.put("min", asked.min())
        .put("max", asked.max())
        .put("step", asked.step())
        .put("unit", asked.unit())
        .put("right", over ? asked.right() : null);
  }

  @Override
  protected void result(NumberPoll number, Counted counted, ObjectNode into) {
    NumberSettings asked = number.asked();
    NumberResult result = NumberResult.of(asked, counted.tally());
    Bins bins = asked.bins();
    into.put("width", bins.width());
    ArrayNode all = into.putArray("counts");
    for (int bin = 0; bin < bins.size(); bin++) {
      long count = result.counts().get(bin);
      if (count == 0) continue;
      all.addObject()
          .put("from", asked.value(bins.low(bin)).toPlainString())
          .put("to", asked.value(bins.high(bin)).toPlainString())
          .put("count", counted.shown(count))
          .put("percent", counted.percent(count));
    }
    into.put("median", text(result.quantile(2)))
        .put("lowerQuartile", text(result.quantile(1)))
        .put("upperQuartile", text(result.quantile(3)))
        .put("exact", bins.exact());
  }

  private static @Nullable String text(@Nullable BigDecimal number) {
    return number == null ? null : number.toPlainString();
  }

  @Override
  protected void rows(NumberPoll number, Counted counted, BallotRows to) {
    NumberSettings asked = number.asked();
    NumberResult result = NumberResult.of(asked, counted.tally());
    List<Histogram.Bar> bars = Histogram.of(result);
    bars.forEach(bar -> to.people(range(bar.from(), bar.to(), asked), RANGE, bar.count()));
    if (bars.isEmpty()) to.people(range(asked.min(), asked.max(), asked), RANGE, 0);
    to.number(ALL, "median_value", result.quantile(2));
    to.number(ALL, "lower_quartile_value", result.quantile(1));
    to.number(ALL, "upper_quartile_value", result.quantile(3));
    if (asked.right() != null) to.number(ALL, "right_value", asked.right());
    Bins bins = asked.bins();
    for (int bin = 0; bin < bins.size(); bin++) {
      long count = result.counts().get(bin);
      if (count == 0) continue;
      String values = range(asked.value(bins.low(bin)), asked.value(bins.high(bin)), asked);
      to.people(values, "people_with_value", count);
    }
  }

  /** {@code 10 to 14 years} */
  private static String range(BigDecimal from, BigDecimal to, NumberSettings asked) {
    String values =
        from.compareTo(to) == 0
            ? from.toPlainString()
            : from.toPlainString() + " to " + to.toPlainString();
    return asked.unit() == null ? values : values + " " + asked.unit();
  }

  /** Median and quartiles are in the note; single values are in the data alone. */
  @Override
  protected boolean inTable(String measure) {
    return measure.equals(RANGE);
  }

  @Override
  protected void tables(BallotResults<NumberPoll> results, ActivitySheet to) {
    NumberSettings asked = results.activity().asked();
    if (results.counted().withheld()) return;
    NumberResult result = NumberResult.of(asked, results.counted().tally());
    BigDecimal low = result.quantile(1);
    BigDecimal median = result.quantile(2);
    BigDecimal high = result.quantile(3);
    if (low == null || median == null || high == null) return;
    String about = asked.bins().exact() ? "" : "about ";
    String half =
        low.compareTo(high) == 0 ? "" : ", half of the answers " + about + range(low, high, asked);
    to.note("The median is " + about + range(median, median, asked) + half + ".");
    if (!asked.bins().exact()) {
      to.note(
          "There are too many values to count each: median and quartiles are made of the middles of"
              + " ranges of "
              + asked.bins().width()
              + " values.");
    }
    if (asked.right() != null) {
      to.note("The right value is " + range(asked.right(), asked.right(), asked) + ".");
    }
  }

  @Override
  public String codebook() {
    return """
    Data | kind | number | Number: people gave a number, the row is a range of numbers
    Data | measure | people_in_range | People whose number is in the range, both ends included
    Data | measure | median_value | Half of the people gave this number or less, half this or more; half-way between \
    two numbers where the answers in the middle differ. Where there are more than 500 values, of the middles of ranges
    Data | measure | lower_quartile_value | A quarter of the people gave this number or less, in the same way \
    (Hyndman and Fan, definition 2)
    Data | measure | upper_quartile_value | A quarter of the people gave this number or more, in the same way
    Data | measure | right_value | The true number, as the organiser wrote it
    Data | measure | people_with_value | People who gave the number, or one in the range where there are more than 500\
    """;
  }
}
