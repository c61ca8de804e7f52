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
import io.plenary.protocol.WireDraft;
import io.plenary.voting.Answer;
import io.plenary.voting.BallotState;
import io.plenary.words.Results;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All that files need to be told of another kind of ballots. */
public final class PebblesFile extends BallotFile<Pebbles, PebblesFile.Draft> {
  private static final List<String> OPTIONS = List.of("a", "b", "c");

  /** What an organiser writes. */
  public record Draft(String question, Results results) implements WireDraft {}

  public PebblesFile() {
    super(Pebbles.class, Draft.class);
  }

  @Override
  public String kind() {
    return Pebbles.KIND;
  }

  @Override
  protected Draft draft(Fields fields) throws BadMessage {
    Draft draft =
        new Draft(fields.lines("question", 1, 300), fields.oneOf("results", Results.values()));
    fields.end();
    return draft;
  }

  @Override
  protected Draft draft(Pebbles pebbles) {
    return new Draft(pebbles.question(), Results.valueOf(pebbles.chosen().name()));
  }

  @Override
  protected Pebbles create(String id, Draft draft) {
    var chosen = Results.valueOf(draft.results().name());
    return new Pebbles(BallotState.draft(id, chosen), draft.question());
  }

  @Override
  protected String abstain(Pebbles pebbles) {
    return "No view";
  }

  @Override
  protected void result(Pebbles pebbles, Counted counted, ObjectNode into) {
    ObjectNode options = into.putObject("pebbles");
    for (String option : OPTIONS) {
      long sum = counted.tally().count(option);
      double mean = counted.tally().voted() == 0 ? 0 : (double) sum / counted.tally().voted();
      options.putObject(option).put("sum", counted.shown(sum)).put("mean", counted.shown(mean));
    }
  }

  @Override
  protected void rows(Pebbles pebbles, Counted counted, BallotRows to) {
    for (String option : OPTIONS) {
      to.number(option, "pebbles", counted.tally().count(option));
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
    Summary | kind | pebbles | Pebbles that people spread: the row is an option
    Summary | measure | pebbles | Pebbles that the option was given, by however many people
    Pebbles | given |  | How many pebbles a person gave altogether
    Pebbles | people |  | How many people gave so many\
    """;
  }
}
