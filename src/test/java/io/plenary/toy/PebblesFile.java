package io.plenary.toy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plenary.export.BallotFile;
import io.plenary.export.BallotResults;
import io.plenary.export.BallotRows;
import io.plenary.export.Counted;
import io.plenary.export.Sheet;
import io.plenary.export.Sheets;
import io.plenary.protocol.BadMessage;
import io.plenary.protocol.Fields;
import io.plenary.voting.Answer;
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
  protected void sheets(BallotResults<Pebbles> results, Sheets to) {
    List<Answer> answers = results.answers();
    if (answers == null) return;
    Sheet sheet =
        to.addNumbered(
            "Pebbles", "Pebbles given in: " + results.activity().title(), "given", "people");
    Map<Integer, Long> people = new TreeMap<>();
    answers.stream()
        .filter(answer -> !answer.abstain())
        .forEach(answer -> people.merge(answer.entries().size(), 1L, Long::sum));
    people.forEach(sheet::row);
  }

  @Override
  public String codebook() {
    return """
    Summary | kind | pebbles | Pebbles that people spread: the row is a jar
    Summary | measure | pebbles | Pebbles that the jar was given, by however many people
    Pebbles | given |  | How many pebbles a person gave altogether
    Pebbles | people |  | How many people gave so many\
    """;
  }
}
