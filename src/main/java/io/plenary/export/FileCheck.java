package io.plenary.export;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks an exported file by itself, without a server: digest, recount, turnout, receipts, upvotes.
 * It finds whatever was changed after the export; a whole new file with a new digest it cannot tell
 * from an old one, which is why a digest is worth publishing.
 *
 * @param genuine nothing is wrong
 * @param lines what was found, for people
 */
public record FileCheck(boolean genuine, List<String> lines) {
  private static final JsonMapper STRICT =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(
              DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
              DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  public FileCheck {
    lines = List.copyOf(lines);
  }

  public static FileCheck of(byte[] utf8) {
    JsonNode file;
    try {
      file = STRICT.readTree(utf8);
    } catch (JacksonException e) {
      return not("It is not valid JSON (" + e.getOriginalMessage() + ").");
    } catch (IOException e) {
      return not("It cannot be read.");
    }
    String format = file == null ? "" : file.path("format").asText();
    String polls =
        format.equals("plenary-results")
            ? PollResults.MEMBER
            : format.equals("plenary-event") ? EventFile.POLLS : null;
    String must =
        polls != null ? polls : format.equals(QuestionJson.FORMAT) ? QuestionResults.MEMBER : null;
    if (!(file instanceof ObjectNode object)
        || must == null
        || !known(file.path("version").asInt(), format)
        || !file.path(must).isArray()) {
      return not(
          "It is no results, questions or event file that Plenary exported (results.json,"
              + " questions.json or export.json).");
    }
    if (file.has(QuestionResults.MEMBER) && !file.get(QuestionResults.MEMBER).isArray()) {
      return not("Its questions cannot be read.");
    }
    return check(object, file.path(polls == null ? "" : polls));
  }

  private static boolean known(int version, String format) {
    return version == 1 || (version == 2 && format.equals("plenary-event"));
  }

  private static FileCheck check(ObjectNode file, JsonNode polls) {
    List<String> lines = new ArrayList<>();
    boolean genuine = true;
    for (JsonNode poll : polls) {
      PollCheck check = new PollCheck(poll, !file.path(ResultsJson.LOSSES).isEmpty());
      lines.add(
          "“"
              + plain(poll.path("question").asText())
              + "” ("
              + plain(poll.path("room").asText())
              + ", "
              + plain(poll.path("state").asText())
              + ")");
      if (!check.counted() && check.withheld()) {
        lines.add("  Fewer than five people had answered: no result to recount.");
      } else if (!check.counted()) {
        lines.add("  Still open: no ballots to recount.");
      } else if (check.wrong.isEmpty()) {
        lines.add("  " + check.ballots() + " ballots recounted: counts and turnout agree.");
      }
      if (check.listed() >= 0 && check.wrong.isEmpty()) {
        lines.add("  " + check.listed() + " receipts listed, one per ballot.");
      }
      genuine &= wrong(check.wrong, lines);
    }
    for (JsonNode room : file.path(QuestionResults.MEMBER)) {
      QuestionCheck check = new QuestionCheck(room);
      lines.add(
          "Questions ("
              + plain(room.path("room").asText())
              + (room.has("state") ? ", " + plain(room.path("state").asText()) : "")
              + ")");
      lines.addAll(check.lines());
      genuine &= wrong(check.wrong, lines);
    }
    for (JsonNode room : file.path(ReactionResults.MEMBER)) {
      ReactionCheck check = new ReactionCheck(room);
      lines.add("Reactions (" + plain(room.path("room").asText()) + ")");
      lines.addAll(check.lines());
      genuine &= wrong(check.wrong, lines);
    }
    file.path(ResultsJson.LOSSES)
        .forEach(loss -> lines.add("NOT COMPLETE: " + plain(loss.path("note").asText())));
    String digest = digest(file);
    boolean fits =
        file.path(Canonical.DIGEST).isTextual()
            && digest.equals(file.get(Canonical.DIGEST).textValue());
    lines.add(
        fits
            ? "Digest " + digest
            : "WRONG: the digest does not fit. The file was changed after it was exported.");
    genuine &= fits;
    lines.add(
        genuine
            ? "This file agrees with itself in everything."
            : "This file is not as it was exported.");
    return new FileCheck(genuine, lines);
  }

  private static boolean wrong(List<String> wrong, List<String> lines) {
    wrong.forEach(what -> lines.add("  WRONG: " + plain(what) + "."));
    return wrong.isEmpty();
  }

  private static String digest(ObjectNode file) {
    try {
      return Canonical.digest(file);
    } catch (ArithmeticException e) {
      return "";
    }
  }

  /** Nothing from a file may steer the terminal it is shown on. */
  private static String plain(String text) {
    return text.replaceAll("\\p{C}", " ");
  }

  private static FileCheck not(String why) {
    return new FileCheck(false, List.of("This file cannot be verified. " + why));
  }
}
