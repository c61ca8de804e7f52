package io.plenary.export;

import com.fasterxml.jackson.databind.JsonNode;
import io.plenary.activity.Activity;
import io.plenary.event.RuleViolation;
import io.plenary.protocol.BadMessage;
import io.plenary.protocol.Fields;
import java.util.List;

/**
 * A kind of activity as files know it: what organisers decided (event files), what people answered
 * (results.json, results.csv, the workbook), and whether a file agrees with itself ({@code
 * verify}). Pure; one of each kind is listed in {@code AllKinds}. A kind with ballots is a {@link
 * BallotFile}.
 */
public interface FileKind {
  /** What has its place in the run order, what stands beside it, and what may do either. */
  enum Place {
    RUN_ORDER,
    ALWAYS_ON,
    BOTH;

    boolean ordered() {
      return this != ALWAYS_ON;
    }

    boolean stands() {
      return this != RUN_ORDER;
    }
  }

  /** Its word, on the wire and in files. */
  String kind();

  /** Where in a room it may be. */
  Place place();

  /** Whether {@link ActivityResults#rows} of it are rows of results.csv, too. */
  boolean inCsv();

  /** Whether the report of an event tells of it. */
  default boolean inReport() {
    return true;
  }

  /**
   * Reads every member of an event file's activity but {@code kind}, which is read already, and
   * refuses others.
   *
   * @throws BadMessage with words that name the place
   */
  FileActivity read(Fields activity) throws BadMessage;

  FileActivity file(Activity activity);

  /**
   * Its activity as new: of a run order never opened, else on or off as the file says.
   *
   * @throws RuleViolation if what the file says contradicts itself
   */
  Activity make(String id, FileActivity from);

  /**
   * Looks whether one entry of {@code results} agrees with itself.
   *
   * @param lossy whether the file says that the store has lost something
   */
  Checked check(JsonNode results, boolean lossy);

  /** Whether each of its activities has a sheet of its own in the workbook. */
  default boolean sheetEach() {
    return true;
  }

  /** Adds to the sheet of one activity what {@link ActivityResults#rows} cannot say. */
  default void tables(ActivityResults results, ActivitySheet to) {}

  /**
   * Adds sheets that all its activities share.
   *
   * @param results all of this kind, never empty
   */
  default void sheets(List<? extends ActivityResults> results, Sheets to) {}

  /**
   * What the words it writes into the workbook mean: {@code "sheet | column | value | meaning"},
   * one a line; the value is empty for the column itself.
   */
  String codebook();
}
