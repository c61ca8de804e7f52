package io.plenary.kinds.qa.export;

import com.fasterxml.jackson.databind.JsonNode;
import io.plenary.activity.Activity;
import io.plenary.export.ActivityResults;
import io.plenary.export.Checked;
import io.plenary.export.FileActivity;
import io.plenary.export.FileKind;
import io.plenary.export.Sheets;
import io.plenary.kinds.qa.Qa;
import io.plenary.kinds.qa.QaSettings;
import io.plenary.protocol.BadMessage;
import io.plenary.protocol.Fields;
import java.util.List;
import java.util.Locale;

/** Questions from the room in files. */
public final class QaFile implements FileKind {
  public static final QaFile ONE = new QaFile();

  @Override
  public String kind() {
    return Qa.KIND;
  }

  @Override
  public Place place() {
    return Place.ALWAYS_ON;
  }

  /** They have files of their own. */
  @Override
  public boolean inCsv() {
    return false;
  }

  @Override
  public FileActivity read(Fields activity) throws BadMessage {
    return FileQuestions.read(activity);
  }

  @Override
  public FileActivity file(Activity activity) {
    Qa qa = (Qa) activity;
    QaSettings s = qa.settings();
    return new FileQuestions(
        qa.shown(), word(s.check()), word(s.names()), s.maxLength(), s.perPerson(), s.openCounts());
  }

  @Override
  public Qa make(String id, FileActivity from) {
    FileQuestions f = (FileQuestions) from;
    QaSettings settings =
        new QaSettings(
            QaSettings.Check.valueOf(f.check().toUpperCase(Locale.ROOT)),
            QaSettings.Names.valueOf(f.names().toUpperCase(Locale.ROOT)),
            f.maxLength(),
            f.perPerson(),
            f.openCounts());
    return new Qa(id, 1, 1, f.on() ? Qa.State.OPEN : Qa.State.DRAFT, true, settings);
  }

  @Override
  public Checked check(JsonNode results, boolean lossy) {
    return new QuestionCheck(results).checked();
  }

  @Override
  public boolean sheetEach() {
    return false;
  }

  @Override
  public void sheets(List<? extends ActivityResults> results, Sheets to) {
    QuestionTable.add(results, to);
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String codebook() {
    return """
    Data | kind | qa | The row says how many questions from the room stand in a state
    Data | measure | questions | How many questions
    Data | option | approved | Questions that were ever published, whatever became of them
    Data | base_of | received | The base is all questions that were asked
    Q&A | room |  | Name of the room
    Q&A | number |  | Number under which it was published; empty when it never was
    Q&A | question |  | Its text; empty when it was withdrawn or erased
    Q&A | state | waiting | No moderator has decided on it
    Q&A | state | published | The room sees it
    Q&A | state | live | It was being answered
    Q&A | state | answered | It was answered
    Q&A | state | declined | A moderator declined it
    Q&A | state | merged | It is one with another question, see merged_into
    Q&A | state | archived | A moderator put it away
    Q&A | state | withdrawn | Its asker took it back
    Q&A | reason | offTopic | Declined: not about the session
    Q&A | reason | abusive | Declined: abusive
    Q&A | reason | namesSomebody | Declined: names somebody
    Q&A | reason | duplicate | Declined: the same as another question
    Q&A | reason | notAQuestion | Declined: not a question
    Q&A | reason | other | Declined for another reason, see note
    Q&A | labels |  | Labels that moderators gave it, separated by semicolons
    Q&A | upvotes |  | People who upvoted it or what is merged into it, each counted once; of a merged question its \
    own
    Q&A | asked |  | When it was asked, in the event's time zone
    Q&A | published |  | When it was first published
    Q&A | answered |  | When it was marked as answered
    Q&A | answer |  | The answer, if it was given in writing
    Q&A | how | live | Answered aloud
    Q&A | how | written | Answered in writing
    Q&A | name |  | Name its asker gave; empty when it is anonymous
    Q&A | merged_into |  | Number of the question it is merged into, or its id when that was never published
    Q&A | note |  | What its asker was told beside the reason
    Q&A | id |  | Tells questions apart that have no number
    Q&A | original |  | What its asker wrote, when a moderator has corrected the spelling since; empty otherwise\
    """;
  }
}
