package io.plenary.kinds.choice.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plenary.export.ActivitySheet;
import io.plenary.export.BallotFile;
import io.plenary.export.BallotResults;
import io.plenary.export.BallotRows;
import io.plenary.export.Counted;
import io.plenary.export.workbook.Column;
import io.plenary.export.workbook.Table;
import io.plenary.kinds.choice.Poll;
import io.plenary.kinds.choice.PollOption;
import io.plenary.kinds.choice.PollQuestion;
import io.plenary.kinds.choice.service.PollKind;
import io.plenary.kinds.choice.wire.ChoiceWire;
import io.plenary.kinds.choice.wire.ChoiceWire.OptionDraft;
import io.plenary.protocol.BadMessage;
import io.plenary.protocol.Fields;
import io.plenary.voting.Answer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Polls in files: options, and how many chose each. */
public final class PollFile extends BallotFile<Poll, ChoiceWire.Draft> {
  private static final double NUMBER = 5;
  private static final double MEASURE = 11;

  public PollFile() {
    super(Poll.class, ChoiceWire.Draft.class);
  }

  @Override
  public String kind() {
    return Poll.KIND;
  }

  @Override
  protected String sort(Poll poll) {
    return poll.question().maxChoices() == 1 ? "single" : "multiple";
  }

  @Override
  protected ChoiceWire.Draft draft(Fields fields) throws BadMessage {
    return ChoiceWire.Draft.read(fields);
  }

  @Override
  protected ChoiceWire.Draft draft(Poll poll) {
    PollQuestion q = poll.question();
    return new ChoiceWire.Draft(
        q.text(),
        q.options().stream().map(o -> new OptionDraft(o.text(), o.id(), o.exclusive())).toList(),
        q.maxChoices(),
        q.abstain(),
        poll.chosen());
  }

  @Override
  protected Poll create(String id, ChoiceWire.Draft draft) {
    return (Poll) new PollKind().draft(draft).create(id);
  }

  @Override
  protected @Nullable String abstain(Poll poll) {
    return poll.question().abstain();
  }

  @Override
  protected void terms(Poll poll, ObjectNode into) {
    into.put("maxChoices", poll.question().maxChoices());
  }

  @Override
  protected void result(Poll poll, Counted counted, ObjectNode into) {
    ArrayNode options = into.putArray("options");
    for (PollOption o : poll.question().options()) {
      long count = counted.tally().count(o.id());
      options
          .addObject()
          .put("id", o.id())
          .put("text", o.text())
          .put("count", counted.shown(count))
          .put("percent", counted.percent(count));
    }
  }

  @Override
  protected void rows(Poll poll, Counted counted, BallotRows to) {
    for (PollOption o : poll.question().options()) {
      to.people(o.text(), "votes", counted.tally().count(o.id()));
    }
  }

  /** Which options were chosen together: one row per combination that somebody chose. */
  @Override
  protected void tables(BallotResults<Poll> results, ActivitySheet to) {
    PollQuestion question = results.activity().question();
    List<Answer> answers = results.answers();
    if (answers == null || question.maxChoices() == 1) return;
    Map<List<Integer>, Long> many = new TreeMap<>(PollFile::inOrder);
    answers.stream()
        .filter(answer -> !answer.abstain())
        .forEach(answer -> many.merge(numbers(question, answer), 1L, Long::sum));
    long voted = results.turnout().voted();
    List<List<@Nullable Object>> rows = new ArrayList<>();
    many.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .forEach(
            one ->
                rows.add(
                    Arrays.asList(
                        null,
                        String.join(" + ", one.getKey().stream().map(named(question)).toList()),
                        one.getValue(),
                        BallotRows.share(one.getValue(), voted),
                        String.join(", ", one.getKey().stream().map(String::valueOf).toList()))));
    List<Column> columns =
        List.of(
            Column.text("", NUMBER),
            Column.text("Chosen together", MEASURE),
            Column.whole("People", MEASURE),
            Column.percent("Percent", MEASURE),
            Column.text("Options", MEASURE));
    to.table(new Table(null, columns, rows));
  }

  /** Of the options that it chooses, from 1. */
  private static List<Integer> numbers(PollQuestion question, Answer answer) {
    return IntStream.range(0, question.options().size())
        .filter(i -> answer.entries().contains(question.options().get(i).id()))
        .mapToObj(i -> i + 1)
        .toList();
  }

  private static Function<Integer, String> named(PollQuestion question) {
    return number -> question.options().get(number - 1).text();
  }

  private static int inOrder(List<Integer> one, List<Integer> other) {
    for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
      int difference = one.get(i) - other.get(i);
      if (difference != 0) return difference;
    }
    return one.size() - other.size();
  }

  @Override
  public String codebook() {
    return """
    Data | kind | single | Poll in which one option could be chosen: the row is an option
    Data | kind | multiple | Poll in which several options could be chosen: the row is an option, and \
    percentages may add up to more than 100
    Data | measure | votes | People who chose the option
    1, 2, … | Chosen together |  | Texts of the options that were chosen together, exactly these
    1, 2, … | People |  | How many people did
    1, 2, … | Options |  | The numbers of these options in the table above\
    """;
  }
}
