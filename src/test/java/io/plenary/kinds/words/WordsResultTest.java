package io.plenary.kinds.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plenary.kinds.words.WordsResult.Told;
import io.plenary.protocol.Codec;
import io.plenary.protocol.ServerMessage.TallyMessage;
import io.plenary.protocol.Wire;
import io.plenary.voting.OpenAnswer;
import io.plenary.voting.Rulings;
import io.plenary.voting.Tally;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What screens and moderators are told. */
class WordsResultTest {
  private static final WordsSettings ASKED = WordClouds.settings(3);

  private static WordsResult result(WordsSettings asked, Rulings rulings, String... people) {
    return new WordsBallots().result(asked, WordClouds.tally(asked, rulings, people));
  }

  private static List<String> said(WordsResult result) {
    return result.terms().stream().map(t -> t.text() + " " + t.count()).toList();
  }

  @Test
  void theMostUsedFormStandsForTheTermAndTheSmallestWhereItIsLevel() {
    WordsResult result =
        result(ASKED, Rulings.NONE, "proud", "Proud", "Proud,tired", "TIRED", "", "hope");
    assertEquals(List.of("Proud 3", "TIRED 2", "hope 1"), said(result));
    assertEquals(List.of(0L, 0L, 0L), List.of(result.more(), result.held(), result.hidden()));
    Told first = result.terms().get(0);
    assertTrue(first.id().matches("[A-Za-z0-9_-]{8}"), first.id());
    WordsResult other = result(ASKED, Rulings.NONE, "PROUD", "proud", "PROUD!", "PROUD!");
    assertEquals(first.id(), other.terms().get(0).id(), "the text changed, the term did not");
  }

  @Test
  void whatIsHiddenOrWaitsIsCountedAndNotSaid() {
    String[] people = {"proud", "wanker,proud", "tired", "tired", "w4nker"};
    assertEquals(List.of("proud 2", "tired 2"), said(result(ASKED, Rulings.NONE, people)));
    assertEquals(2, result(ASKED, Rulings.NONE, people).held());
    WordsResult ruled =
        result(ASKED, WordClouds.rulings("tired", "hidden", "wanker", "shown"), people);
    assertEquals(List.of("proud 2", "wanker 1"), said(ruled));
    assertEquals(List.of(1L, 1L), List.of(ruled.held(), ruled.hidden()));
  }

  @Test
  void withApprovalEverythingWaitsUntilItIsLetThrough() {
    WordsSettings asked = WordClouds.approvedFirst();
    WordsResult before = result(asked, Rulings.NONE, "proud", "tired");
    assertEquals(List.of(), said(before));
    assertEquals(2, before.held());
    WordsResult after = result(asked, WordClouds.rulings("tired", "shown"), "proud", "tired");
    assertEquals(List.of("tired 1"), said(after));
    assertEquals(1, after.held());
  }

  @Test
  void aJoinedPersonCountsOnceAndANameStandsForTheTerm() {
    String[] people = {"pay gap", "gender pay gap,pay gap", "Gender pay gap", "tired"};
    Rulings joined = WordClouds.rulings("genderpaygap", ">paygap");
    assertEquals(List.of("Gender pay gap 3", "tired 1"), said(result(ASKED, joined, people)));
    Rulings called = WordClouds.rulings("genderpaygap", ">paygap", "paygap", "=Pay");
    assertEquals(List.of("Pay 3", "tired 1"), said(result(ASKED, called, people)));
    Rulings hidden = WordClouds.rulings("genderpaygap", ">paygap", "paygap", "hidden");
    assertEquals(List.of("tired 1"), said(result(ASKED, hidden, people)));
  }

  @Test
  void moderatorsSeeWhatIsHiddenWhatWaitsAndWhatIsJoined() {
    Rulings rulings =
        WordClouds.rulings("genderpaygap", ">paygap", "tired", "hidden", "proud", "=Very proud");
    Tally tally =
        WordClouds.tally(
            ASKED,
            rulings,
            "pay gap",
            "Gender pay gap",
            "tired",
            "wanker",
            "Proud",
            "proud",
            "proud");
    List<OpenAnswer> answers = new WordsBallots().answers(ASKED, tally);
    assertEquals(
        List.of("proud", "paygap", "tired", "wanker", "genderpaygap"),
        answers.stream().map(OpenAnswer::family).toList());
    OpenAnswer proud = answers.get(0);
    assertEquals("Very proud", proud.text());
    assertEquals(
        List.of(new OpenAnswer.Form("proud", 2), new OpenAnswer.Form("Proud", 1)), proud.forms());
    assertEquals(
        List.of(false, false, false, true, false),
        answers.stream().map(OpenAnswer::waits).toList());
    OpenAnswer joined = answers.get(4);
    assertEquals(0, joined.count());
    assertEquals("paygap", joined.ruling().into());
  }

  @Test
  void aScreenIsToldOfSomeAndHowManyMoreThereAre() throws JsonProcessingException {
    Map<String, Long> counts = new HashMap<>();
    for (int i = 0; i < 4_000; i++) counts.put("w" + i + "/W\"" + i, 4_001L - i);
    Tally tally = new Tally(1, 9, counts, 10_000, 0, 0);
    WordsResult result = new WordsBallots().result(ASKED, tally);
    assertEquals(4_000, result.terms().size() + result.more());
    assertTrue(result.terms().size() > 100, () -> "" + result.terms().size());
    String json = new ObjectMapper().writeValueAsString(result.terms());
    int bytes = json.getBytes(StandardCharsets.UTF_8).length;
    assertTrue(bytes <= 7_000 && bytes > 6_900, () -> "" + bytes);
    Wire.Tally told =
        new Wire.Tally(1_000, 1_000_000, result, 10_000, 10_000, 10_000, 30_000, 30_000, true);
    int frame = Codec.encode(new TallyMessage("e".repeat(64), "a".repeat(64), told)).length;
    assertTrue(frame <= 8 * 1_024, () -> "a frame of " + frame + " bytes");
    WordsResult brief = new WordsBallots().brief(ASKED, tally);
    assertEquals(30, brief.terms().size());
    assertEquals(3_970, brief.more());
    assertEquals(result.terms().subList(0, 30), brief.terms());
    List<String> ids = result.terms().stream().map(Told::id).distinct().toList();
    assertEquals(result.terms().size(), ids.size());
    assertNotEquals(ids.get(0), ids.get(1));
  }

  @Test
  void manyShortTermsAreOneHundredAndFifty() {
    Map<String, Long> counts = new HashMap<>();
    Stream.iterate(0, i -> i + 1).limit(400).forEach(i -> counts.put("a" + i + "/" + i, 1L));
    WordsResult result = new WordsBallots().result(ASKED, new Tally(1, 9, counts, 400, 0, 0));
    assertEquals(150, result.terms().size());
    assertEquals(250, result.more());
  }

  @Test
  void nobodyHasWrittenAnything() {
    WordsResult result = result(ASKED, Rulings.NONE);
    assertEquals(new WordsResult(List.of(), 0, 0, 0), result);
    assertEquals(new WordsResult(List.of(), 0, 0, 0), result(ASKED, Rulings.NONE, "", ""));
  }
}
