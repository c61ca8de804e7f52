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

  /**
   * @param kinds that this version knows; of others nothing can be said
   */
  public static FileCheck of(byte[] utf8, List<FileKind> kinds) {
    JsonNode file;
    try {
      file = STRICT.readTree(utf8);
    } catch (JacksonException e) {
      return not("It is not valid JSON (" + e.getOriginalMessage() + ").");
    } catch (IOException e) {
      return not("It cannot be read.");
    }
    if (!(file instanceof ObjectNode object) || !known(object)) {
      return not(
          "It is no results, questions or event file that this Plenary exported (results.json,"
              + " questions.json or export.json).");
    }
    return check(object, kinds);
  }

  private static boolean known(ObjectNode file) {
    String format = file.path("format").asText();
    int version = file.path("version").asInt();
    return file.path(ResultsJson.RESULTS).isArray()
        && ((format.equals(ResultsJson.FORMAT) && version == ResultsJson.VERSION)
            || (format.equals(EventFile.FORMAT) && version == EventFile.VERSION));
  }

  private static FileCheck check(ObjectNode file, List<FileKind> kinds) {
    List<String> lines = new ArrayList<>();
    boolean genuine = true;
    boolean lossy = !file.path(ResultsJson.LOSSES).isEmpty();
    for (JsonNode results : file.path(ResultsJson.RESULTS)) {
      Checked found = checked(results, kinds, lossy);
      lines.add(plain(found.heading()));
      found.lines().forEach(line -> lines.add("  " + plain(line)));
      found.wrong().forEach(what -> lines.add("  WRONG: " + plain(what) + "."));
      genuine &= found.wrong().isEmpty();
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

  private static Checked checked(JsonNode results, List<FileKind> kinds, boolean lossy) {
    String word = results.path("kind").asText();
    return kinds.stream()
        .filter(kind -> kind.kind().equals(word))
        .findFirst()
        .map(kind -> kind.check(results, lossy))
        .orElseGet(
            () ->
                new Checked(
                    "An activity of the kind “" + word + "”",
                    List.of(),
                    List.of("this version does not know the kind: use the one that exported it")));
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
