package io.plenary.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plenary.kinds.AllKinds;
import io.plenary.protocol.Wire;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class FileCheckTest {
  private static FileCheck check(byte[] file) {
    return FileCheck.of(file, AllKinds.REGISTRY.files());
  }

  private static final Instant NOW = Instant.parse("2027-03-09T18:00:00Z");
  private static final byte[] RESULTS =
      ResultsJson.write(
          ExampleResults.event(ExampleResults.anonymised(), ExampleResults.empty()), NOW);
  private static final JsonMapper JSON = new JsonMapper();

  private static byte[] eventFile() {
    Wire.EventDetails details =
        new Wire.EventDetails(
            "Spring conference", "2027-03-08", "2027-03-09", "Europe/London", List.of(), false);
    return new EventFile(details, List.of(new FileRoom("Main hall", List.of(), List.of())))
        .write(List.of(ExampleResults.anonymised(), ExampleResults.multiple()), NOW);
  }

  @Test
  void acceptsWhatWasExportedAndSaysWhatItCounted() {
    FileCheck check = check(RESULTS);
    assertTrue(check.genuine(), check.toString());
    assertEquals(
        List.of(
            "“What helps?” (Main hall, final)",
            "  4 ballots recounted: counts and turnout agree.",
            "  4 receipts listed, one per ballot.",
            "“Ready?” (Main hall, open)",
            "  Still open: no ballots to recount."),
        check.lines().subList(0, 5));
    assertTrue(check(eventFile()).genuine());
  }

  @Test
  void layoutIsNoContent() throws IOException {
    assertTrue(check(JSON.readTree(RESULTS).toString().getBytes(StandardCharsets.UTF_8)).genuine());
  }

  /**
   * Every byte of both files, changed in every way that may matter. What still says the same (other
   * white space) may pass.
   */
  @Test
  void rejectsAnySingleChange() throws IOException {
    for (byte[] file : List.of(RESULTS, eventFile())) {
      JsonNode genuine = JSON.readTree(file);
      int changed = 0;
      for (int at = 0; at < file.length; at++) {
        for (char other : "0123456789abcdef-[]{},:\"\\ .eE+x\n\0\u00ff".toCharArray()) {
          if (file[at] == (byte) other) continue;
          byte[] forged = file.clone();
          forged[at] = (byte) other;
          if (sameContent(genuine, forged)) continue;
          changed++;
          assertFalse(check(forged).genuine(), () -> new String(forged, StandardCharsets.UTF_8));
        }
      }
      assertTrue(changed > 20 * JSON.writeValueAsBytes(genuine).length, "looked at nothing");
    }
  }

  private static boolean sameContent(JsonNode genuine, byte[] forged) {
    try (var parser = JSON.createParser(forged)) {
      JsonNode tree = JSON.readTree(parser);
      return parser.nextToken() == null && genuine.equals(BY_VALUE, tree);
    } catch (IOException e) {
      return false;
    }
  }

  private static final Comparator<JsonNode> BY_VALUE =
      (a, b) ->
          a.isNumber() && b.isNumber()
              ? a.decimalValue().compareTo(b.decimalValue())
              : a.equals(b) ? 0 : 1;

  @Test
  void rejectsAFileThatWasCut() {
    for (int length = 0; length < RESULTS.length - 1; length++) {
      assertFalse(check(java.util.Arrays.copyOf(RESULTS, length)).genuine());
    }
  }

  /** Whoever changes a file can make a new digest. The rest has to fit nevertheless. */
  private static String forged(Consumer<ObjectNode> change) {
    try {
      ObjectNode file = (ObjectNode) JSON.readTree(RESULTS);
      change.accept((ObjectNode) file.get("results").get(0));
      FileCheck check = check(ExportJson.bytes(file));
      assertFalse(check.genuine(), check.toString());
      return check.lines().stream().filter(l -> l.contains("WRONG")).reduce("", String::concat);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void contains(String words, String said) {
    assertTrue(said.contains(words), said);
  }

  @Test
  void rejectsWhatDoesNotFitEvenWithANewDigest() {
    contains(
        "options[0].count says 3, and the ballots give 2",
        forged(p -> ((ArrayNode) p.get("ballots").get(1)).set(0, "b")));
    contains("not in the poll", forged(p -> ((ArrayNode) p.get("ballots").get(1)).set(0, "z")));
    contains(
        "stands in this answer twice", forged(p -> ((ArrayNode) p.get("ballots").get(1)).add("a")));
    contains(
        "[\"b\",\"a\"] is not in the form in which",
        forged(p -> ((ArrayNode) p.get("ballots").get(2)).insert(0, "b").remove(2)));
    contains("neither a list", forged(p -> ((ArrayNode) p.get("ballots")).set(1, "a")));
    contains("neither a list", forged(p -> ((ArrayNode) p.get("ballots").get(1)).set(0, 1)));
    contains("3 ballots vote, and voted says 2", forged(p -> p.put("voted", 2)));
    contains("1 ballots abstain", forged(p -> p.put("abstained", 2)));
    contains("connected is not", forged(p -> p.put("connected", 7)));
    contains("the base", forged(p -> ((ObjectNode) p.get("base")).put("count", 4)));
    contains(
        "options[0].percent says 99.9, and the ballots give 100.0",
        forged(p -> ((ObjectNode) p.get("options").get(0)).put("percent", 99.9)));
    contains(
        "options[1].count is missing",
        forged(p -> ((ObjectNode) p.get("options").get(1)).remove("count")));
    contains("options says", forged(p -> ((ArrayNode) p.get("options")).remove(1)));
    contains("not the one that was asked", forged(p -> p.put("question", "What?")));
    contains("the label", forged(p -> p.putNull("abstainLabel")));
    contains("what was asked cannot be read", forged(p -> p.remove("asked")));
    contains(
        "asked cannot be read (options: at least 2 options)",
        forged(p -> ((ArrayNode) p.get("asked").get("options")).remove(0)));
    contains(
        "4 receipts are listed for 3 ballots",
        forged(p -> ((ArrayNode) p.get("ballots")).remove(1)));
    contains(
        "3 receipts are listed for 4 ballots",
        forged(p -> ((ArrayNode) p.get("receipts")).remove(1)));
    contains("64 hex digits", forged(p -> ((ArrayNode) p.get("receipts")).set(0, "0A")));
    contains(
        "not sorted",
        forged(p -> ((ArrayNode) p.get("receipts")).insert(0, p.get("receipts").get(3)).remove(4)));
    contains("only a finalised activity", forged(p -> p.put("state", "locked")));
    contains("no ballots", forged(p -> p.putNull("ballots")));
    contains("Choose one option", forged(p -> ((ObjectNode) p.get("asked")).put("maxChoices", 1)));
    contains("does not know the kind", forged(p -> p.put("kind", "other")));
    contains("own recount", forged(p -> ((ObjectNode) p.get("recount")).put("agrees", false)));
    contains("receipts cannot be read", forged(p -> p.remove("receipts")));
  }

  @Test
  void saysWhenItIsAnotherKindOfFile() {
    for (String other :
        List.of(
            "",
            "[]",
            "{}",
            "7",
            "{\"format\":\"plenary-results\",\"version\":2,\"results\":[]}",
            "{\"a\":1,\"a\":1}",
            "no")) {
      FileCheck check = check(other.getBytes(StandardCharsets.UTF_8));
      assertFalse(check.genuine());
      contains("cannot be verified", check.lines().get(0));
    }
  }

  @Test
  void steersNoTerminal() {
    byte[] nasty =
        ResultsJson.write(ExampleResults.event(ExampleResults.asking("\u001b[2Jx", "y")), NOW);
    assertTrue(check(nasty).lines().stream().noneMatch(l -> l.contains("\u001b")));
  }
}
