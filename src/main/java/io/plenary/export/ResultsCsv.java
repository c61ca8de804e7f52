package io.plenary.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Results as CSV (RFC 4180), one row per poll and option. UTF-8 with a byte order mark, without which Excel takes it for
 * another encoding. A text that a spreadsheet would take for a formula gets an apostrophe in front (OWASP, "CSV Injection").
 */
public final class ResultsCsv {
  /** First characters of what spreadsheets run: also the full-width forms, which some of them read as the plain ones. */
  private static final String STARTS_FORMULA = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

  private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().setHeader("event", "room", "poll", "question", "kind",
      "state", "option", "count", "percent", "base", "joined", "voted", "abstained", "not_voted", "rejected").get();

  private ResultsCsv() {}

  public static byte[] write(EventResults event) {
    StringBuilder out = new StringBuilder("\ufeff");
    try (CSVPrinter rows = new CSVPrinter(out, FORMAT)) {
      for (PollResults poll : event.polls()) {
        long base = poll.turnout().voted();
        for (PollResults.OptionResult o : poll.options()) {
          row(rows, event, poll, o.text(), o.count(), Percent.of(o.count(), base));
        }
        if (poll.abstainLabel() != null) {
          row(rows, event, poll, poll.abstainLabel(), poll.turnout().abstained(), null);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void row(CSVPrinter rows, EventResults event, PollResults poll, String option, long count, BigDecimal percent)
      throws IOException {
    Turnout t = poll.turnout();
    rows.printRecord(text(event.name()), text(poll.room()), poll.id(), text(poll.question()), poll.kind(), poll.state().wire(),
        text(option), count, percent, t.voted(), t.joined(), t.voted(), t.abstained(), t.notVoted(), t.rejected());
  }

  private static String text(String text) {
    return !text.isEmpty() && STARTS_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}
