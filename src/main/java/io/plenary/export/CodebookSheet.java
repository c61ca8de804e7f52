package io.plenary.export;

import org.dhatim.fastexcel.Workbook;

/** What every column, and every word in it, means. */
final class CodebookSheet {
  private static final double SENTENCE = 100;

  private CodebookSheet() {}

  static void write(Workbook book) {
    Sheet sheet =
        new Sheet(book, "Codebook", "sheet", "column", "value", "meaning").width(3, SENTENCE);
    for (String line : WORDS.split("\n")) {
      String[] cells = line.split(" \\| ", -1);
      sheet.row(cells[0], cells[1], cells[2].isEmpty() ? null : cells[2], cells[3]);
    }
  }

  static final String WORDS =
      """
      Summary | room |  | Name of the room
      Summary | activity |  | Question of the poll; “Questions” for questions from the room, “Reactions” for reactions
      Summary | kind | single | Poll in which one option could be chosen: the row is an option
      Summary | kind | multiple | Poll in which several options could be chosen: the row is an option, and percentages \
      may add up to more than 100
      Summary | kind | turnout | The row says what became of the people who were connected while the poll was open
      Summary | kind | qa | The row says how many questions from the room stand in a state
      Summary | kind | reactions | The row says how often a reaction was tapped, by however many people; it is part of \
      nothing
      Summary | option |  | Text of the option
      Summary | option | voted | People whose counted vote chooses something
      Summary | option | abstained | People who chose to abstain
      Summary | option | not_shown | People whose counted vote is not in the result: it came after the last step of a \
      poll that is not closed yet, or fewer than five answered
      Summary | option | not_voted | People who were connected while the poll was open and have no counted vote
      Summary | option | rejected | People whose latest vote came too late; they are counted in one of the other rows \
      too
      Summary | option | approved | Questions that were ever published, whatever became of them
      Summary | count |  | How many; empty when fewer than five people answered
      Summary | percent |  | Count in percent of the base, to one decimal; empty when the base is 0
      Summary | base |  | What 100 percent is
      Summary | base_of | voted | The base is the people whose counted vote chooses something
      Summary | base_of | connected | The base is everybody whose phone was connected at any moment while the poll was \
      open (in all its openings together), and everybody who voted. One person with several tabs counts once; a \
      browser whose data was cleared is another person. Who came after the lock does not count. The list behind the \
      number is destroyed when the poll is finalised or reset
      Summary | base_of | received | The base is all questions that were asked
      Choices | count |  | How many people chose exactly this combination
      Choices | abstained |  | 1: they abstained; 0: they did not
      Choices | (option) |  | 1: the option was chosen; 0: it was not. The header is the option's id and text
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
      Q&A | id |  | Tells questions apart that have no number\
      """;
}
