package io.plenary.e2e;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** Holds results.csv of one poll against its results.json: people get both. */
final class CsvCheck {
  private static final List<String> SAME = List.of("connected", "voted", "abstained", "rejected");

  private CsvCheck() {}

  static List<String> against(JsonObject results, String csv) {
    List<String> violations = new ArrayList<>();
    if (!csv.startsWith("\uFEFF")) violations.add("csv: no BOM");
    Map<String, Long> rows = new HashMap<>();
    for (CSVRecord row : rows(csv.substring(1))) {
      rows.put(row.get("option"), Long.valueOf(row.get("count")));
      for (String column : SAME) {
        equal(violations, column, results.getLong(column), row.get(column));
      }
      equal(violations, "not_voted", results.getLong("notVoted"), row.get("not_voted"));
      equal(violations, "base", results.getLong("voted"), row.get("base"));
    }
    Map<String, Long> expected = new HashMap<>();
    JsonArray options = results.getJsonArray("options");
    for (int i = 0; i < options.size(); i++) {
      expected.put(
          options.getJsonObject(i).getString("text"), options.getJsonObject(i).getLong("count"));
    }
    if (results.getString("abstainLabel") != null) {
      expected.put(results.getString("abstainLabel"), results.getLong("abstained"));
    }
    if (!expected.equals(rows)) violations.add("csv: expected " + expected + ", found " + rows);
    return violations;
  }

  private static List<CSVRecord> rows(String csv) {
    try {
      return CSVFormat.RFC4180
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .get()
          .parse(new StringReader(csv))
          .getRecords();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void equal(List<String> violations, String column, Long expected, String found) {
    if (!String.valueOf(expected).equals(found)) {
      violations.add("csv " + column + ": expected " + expected + ", found " + found);
    }
  }
}
