package io.plenary.kinds.choice.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plenary.export.BallotFile;
import io.plenary.export.BallotResults;
import io.plenary.export.BallotRows;
import io.plenary.export.Counted;
import io.plenary.export.Sheet;
import io.plenary.export.Sheets;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Polls in files: options, and how many chose each. */
public final class PollFile extends BallotFile<Poll, ChoiceWire.Draft> {
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
  protected void sheets(BallotResults<Poll> results, Sheets to) {
    List<PollOption> options = results.activity().question().options();
    List<Answer> answers = results.answers();
    if (answers == null || results.activity().question().maxChoices() == 1) return;
    List<Object> header = new ArrayList<>(List.of("count", "abstained"));
    options.forEach(o -> header.add(o.id() + ": " + o.text()));
    Sheet sheet =
        to.addNumbered(
            "Choices",
            "Which options were chosen together in: "
                + results.activity().title()
                + " ("
                + results.room()
                + ")",
            header.toArray());
    Map<Answer, Long> many = new LinkedHashMap<>();
    answers.forEach(answer -> many.merge(answer, 1L, Long::sum));
    many.forEach(
        (answer, count) -> {
          List<Object> row = new ArrayList<>(List.of(count, answer.abstain() ? 1 : 0));
          options.forEach(o -> row.add(answer.entries().contains(o.id()) ? 1 : 0));
          sheet.row(row.toArray());
        });
  }

  @Override
  public String codebook() {
    return """
    Summary | kind | single | Poll in which one option could be chosen: the row is an option
    Summary | kind | multiple | Poll in which several options could be chosen: the row is an option, and \
    percentages may add up to more than 100
    Summary | measure | votes | People who chose the option
    Choices | count |  | How many people chose exactly this combination
    Choices | abstained |  | 1: they abstained; 0: they did not
    Choices | (option) |  | 1: the option was chosen; 0: it was not. The header is the option's id and text\
    """;
  }
}
