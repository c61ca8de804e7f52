package io.plenary.toy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plenary.export.ActivitySheet;
import io.plenary.export.BallotFile;
import io.plenary.export.BallotResults;
import io.plenary.export.BallotRows;
import io.plenary.export.Counted;
import io.plenary.export.workbook.Column;
import io.plenary.export.workbook.Table;
import io.plenary.protocol.BadMessage;
import io.plenary.protocol.Fields;
import io.plenary.voting.Answer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All that files need to be told of another kind of ballots. */
public final class PebblesFile extends BallotFile<Pebbles, PebblesWire.Draft> {
  public PebblesFile() {
    super(Pebbles.class, PebblesWire.Draft.class);
  }

  @Override
  public String kind() {
    return Pebbles.KIND;
  }

  @Override
  protected PebblesWire.Draft draft(Fields fields) throws BadMessage {
    return PebblesWire.Draft.read(fields);
  }

  @Override
  protected PebblesWire.Draft draft(Pebbles pebbles) {
    PebbleSettings asked = pebbles.asked();
    return new PebblesWire.Draft(asked.question(), asked.abstain(), pebbles.chosen());
  }

  @Override
  protected Pebbles create(String id, PebblesWire.Draft draft) {
    return (Pebbles) new PebblesKind().draft(draft).create(id);
  }

  @Override
  protected String abstain(Pebbles pebbles) {
    return pebbles.asked().abstain();
  }

  @Override
  protected void result(Pebbles pebbles, Counted counted, ObjectNode into) {
    ObjectNode jars = into.putObject("pebbles");
    for (String jar : PebbleSettings.JARS) {
      long sum = counted.tally().count(jar);
      double mean = counted.tally().voted() == 0 ? 0 : (double) sum / counted.tally().voted();
      jars.putObject(jar).put("sum", counted.shown(sum)).put("mean", counted.shown(mean));
    }
  }

  @Override
  protected void rows(Pebbles pebbles, Counted counted, BallotRows to) {
    for (String jar : PebbleSettings.JARS) {
      to.number(jar, "pebbles", counted.tally().count(jar));
    }
  }

  /** How many people gave how many pebbles altogether. */
  @Override
  protected void tables(BallotResults<Pebbles> results, ActivitySheet to) {
    List<Answer> answers = results.answers();
    if (answers == null) return;
    Map<Integer, Long> people = new TreeMap<>();
    answers.stream()
        .filter(answer -> !answer.abstain())
        .forEach(answer -> people.merge(answer.entries().size(), 1L, Long::sum));
    List<List<Object>> rows = new ArrayList<>();
    people.forEach((given, count) -> rows.add(Arrays.asList(null, given, count)));
    to.table(
        new Table(
            "Pebbles given",
            List.of(Column.text("", 5), Column.whole("Given", 20), Column.whole("People", 10)),
            rows));
  }

  @Override
  public String codebook() {
    return """
    Data | kind | pebbles | Pebbles that people spread: the row is a jar
    Data | measure | pebbles | Pebbles that the jar was given, by however many people
    1, 2, … | Given |  | How many pebbles a person gave altogether
    1, 2, … | People |  | How many people gave so many\
    """;
  }
}
