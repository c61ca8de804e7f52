package io.plenary.kinds.words.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plenary.export.ActivitySheet;
import io.plenary.export.BallotFile;
import io.plenary.export.BallotResults;
import io.plenary.export.BallotRows;
import io.plenary.export.Counted;
import io.plenary.export.workbook.Column;
import io.plenary.export.workbook.Table;
import io.plenary.kinds.words.Words;
import io.plenary.kinds.words.WordsCount;
import io.plenary.kinds.words.WordsCount.Form;
import io.plenary.kinds.words.WordsCount.Shown;
import io.plenary.kinds.words.service.WordsKind;
import io.plenary.kinds.words.wire.WordsWire;
import io.plenary.protocol.BadMessage;
import io.plenary.protocol.Fields;
import io.plenary.voting.Answer;
import io.plenary.voting.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Word clouds in files: every term that is shown with its forms; of others that there are some. */
public final class WordsFile extends BallotFile<Words, WordsWire.Draft> {
  private static final double NUMBER = 5;
  private static final double NAMES = 40;
  private static final double PEOPLE = 11;

  /** Terms whose forms the sheet lists. */
  private static final int MOST_TERMS = 40;

  public WordsFile() {
    super(Words.class, WordsWire.Draft.class);
  }

  @Override
  public String kind() {
    return Words.KIND;
  }

  @Override
  protected WordsWire.Draft draft(Fields fields) throws BadMessage {
    return WordsWire.Draft.read(fields);
  }

  @Override
  protected WordsWire.Draft draft(Words words) {
    var asked = words.asked();
    return new WordsWire.Draft(
        asked.question(),
        asked.entries(),
        asked.length(),
        asked.approveFirst(),
        asked.languages(),
        asked.abstain(),
        words.chosen());
  }

  @Override
  protected Words create(String id, WordsWire.Draft draft) {
    return (Words) new WordsKind().draft(draft).create(id);
  }

  @Override
  protected @Nullable String abstain(Words words) {
    return words.asked().abstain();
  }

  @Override
  protected void terms(Words words, ObjectNode into) {
    into.put("entries", words.asked().entries());
  }

  @Override
  protected void result(Words words, Counted counted, ObjectNode into) {
    FiledWords filed = FiledWords.of(words, counted.tally());
    ArrayNode shown = into.putArray(FiledWords.SHOWN);
    for (WordsCount.Counted term : filed.shown()) {
      ObjectNode one =
          shown
              .addObject()
              .put("word", term.word())
              .put("text", term.text())
              .put("count", term.count())
              .put("percent", counted.percent(term.count()));
      ArrayNode forms = one.putArray("forms");
      term.forms().forEach(f -> forms.addObject().put("text", f.text()).put("count", f.count()));
    }
    ArrayNode unshown = into.putArray(FiledWords.UNSHOWN);
    for (WordsCount.Counted term : filed.unshown()) {
      unshown.addObject().put("count", term.count()).put("waits", term.shown() == Shown.WAITS);
    }
  }

  @Override
  protected void ballots(Words words, Tally tally, List<Answer> answers, ArrayNode into) {
    FiledWords.of(words, tally).write(answers, into);
  }

  @Override
  protected Tally recount(Words words, JsonNode results, Consumer<String> wrong) {
    return new WordsRecount(words, results, wrong).tally();
  }

  @Override
  protected void rows(Words words, Counted counted, BallotRows to) {
    for (WordsCount.Counted term : FiledWords.of(words, counted.tally()).shown()) {
      to.people(term.text(), "people", term.count());
    }
  }

  /** How the first terms were written, where there was more than one way. */
  @Override
  protected void tables(BallotResults<Words> results, ActivitySheet to) {
    FiledWords filed = FiledWords.of(results.activity(), results.counted().tally());
    to.note("A person counts once for a term, however many of its forms they wrote.");
    int unshown = filed.unshown().size();
    if (unshown > 0) {
      to.note(
          (unshown == 1 ? "1 term was" : unshown + " terms were")
              + " not shown: hidden by moderators, or not let through. No file says what "
              + (unshown == 1 ? "it is." : "they are."));
    }
    List<List<@Nullable Object>> rows = new ArrayList<>();
    List<WordsCount.Counted> first = filed.shown();
    for (int i = 0; i < Math.min(first.size(), MOST_TERMS); i++) {
      WordsCount.Counted term = first.get(i);
      boolean plain = term.forms().size() == 1 && term.forms().get(0).text().equals(term.text());
      if (plain) continue;
      for (Form form : term.forms()) rows.add(List.of(i + 1, form.text(), form.count()));
    }
    if (!rows.isEmpty()) {
      List<Column> columns =
          List.of(
              Column.whole("No.", NUMBER),
              Column.text("Written as", NAMES),
              Column.whole("People", PEOPLE));
      to.table(new Table(null, columns, rows));
    }
  }

  @Override
  public String codebook() {
    return """
    Data | kind | words | Word cloud: the row is a term, which is what people wrote in one form or another
    Data | measure | people | People who wrote the term, in any of its forms; each counts once. Terms that were not \
    shown to the room have no row
    1, 2, … | Written as |  | A form of the term whose number stands before it, as people wrote it
    1, 2, … | People |  | People who are counted for the form: for the first of the term on their ballot\
    """;
  }
}
