package io.plenary.kinds.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.event.RuleViolation;
import io.plenary.kinds.words.WordsSettings.Language;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which entries are one term, and which are none. */
class TermsTest {
  private static final List<Language> BOTH = List.of(Language.EN, Language.CY);

  private static String family(String form, Language... languages) {
    return Terms.family(form, List.of(languages));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Childcare; childcare!",
        "Pay gap; pay  gap",
        "Pay gap; PAYGAP",
        "Pay gap; ‘pay-gap’",
        "caf\u00e9; cafe\u0301",
        "caf\u00e9; CAFE",
        "co-operate; cooperate",
        "don't; don\u2019t",
        "women's; Womens",
        "work\u2013life balance; Work life balance",
        "\uFB01nance; finance",
        "Stra\u00dfe; STRASSE",
        "\u0130stanbul; istanbul",
        "\u0131stanbul; ISTANBUL",
        "\uFF32\uFF33\uFF36\uFF30; RSVP",
        "\u039F\u0394\u039F\u03A3; \u03BF\u03B4\u03BF\u03C2",
        "\u0645\u064E\u0631\u0652\u062D\u064E\u0628\u0627; \u0645\u0631\u062D\u0628\u0627",
        "\u05E9\u05C1\u05B8\u05DC\u05D5\u05B9\u05DD; \u05E9\u05DC\u05D5\u05DD",
        "\u2764\uFE0F; \u2764",
        "#MeToo; me too",
        "2\u00BD; 2 1\u20442",
        "C++; c++",
        "\u304C; \u304B\u3099"
      })
  void isOneTerm(String one, String other) {
    assertEquals(family(one), family(other));
    assertFalse(family(one).isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "pay, pray",
    "C, C++",
    "resign, sign",
    "\u304B, \u304C",
    "\u0915\u093F, \u0915\u0941",
    "\u0E01\u0E34, \u0E01\u0E35",
    "\uD83D\uDE00, \uD83D\uDE01",
    "\uD83D\uDC4D\uD83C\uDFFB, \uD83D\uDC4D\uD83C\uDFFF",
    "nurse, nurses",
    "merch, ferch"
  })
  void isAnotherWithoutLanguages(String one, String other) {
    assertNotEquals(family(one), family(other));
  }

  @ParameterizedTest
  @CsvSource({
    "nurse, nurses",
    "opportunity, opportunities",
    "business, businesses",
    "tax, taxes",
    "employee, Employees",
    "woman, WOMEN",
    "woman, women's",
    "child, children",
    "midwife, midwives",
    "GP, GPs",
    "the future, future",
    "time for me, time",
    "check in, check-in",
    "well being, well-being",
    "pay gap, The Pay Gaps"
  })
  void isOneTermInEnglish(String one, String other) {
    assertEquals(family(one, Language.EN), family(other, Language.EN));
  }

  @ParameterizedTest
  @CsvSource({
    "new, news",
    "no time, time",
    "not valued, valued",
    "care, car",
    "bus, bu",
    "IT support, support",
    "in, on"
  })
  void isAnotherInEnglish(String one, String other) {
    assertNotEquals(family(one, Language.EN), family(other, Language.EN));
  }

  @ParameterizedTest
  @CsvSource({
    "merch, ferch",
    "menywod, Fenywod",
    "cymru, nghymru",
    "Cymru, Gymru",
    "Cymru, yng Nghymru",
    "gwaith, waith",
    "pobl, bobl",
    "pobl, phobl",
    "teulu, nheulu",
    "teulu, theulu",
    "dynion, ddynion",
    "llais, lais",
    "rhyddid, ryddid",
    "iechyd, hiechyd",
    "gofal plant, ofal plant",
    "y merched, ferched",
    "p\u0175er, bwer"
  })
  void isOneTermInWelsh(String one, String other) {
    assertEquals(family(one, Language.CY), family(other, Language.CY));
  }

  /** English words that Welsh would change, and Welsh ones that only look as if it had. */
  @ParameterizedTest
  @CsvSource({
    "gwell, well",
    "gair, air",
    "llaw, law",
    "rhan, ran",
    "peth, beth",
    "mis, miss",
    "gwin, win",
    "t\u00eem, dim"
  })
  void isAnotherInWelsh(String one, String other) {
    assertNotEquals(Terms.family(one, BOTH), Terms.family(other, BOTH));
  }

  @ParameterizedTest
  @ValueSource(strings = {"the", "of the", "me", "y", "ein"})
  void stopWordsAloneStay(String entry) {
    assertEquals(family(entry), Terms.family(entry, BOTH));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "'  '; Write at least one word.",
        "'\u200B\u202E'; Write at least one word.",
        "one two three four; An entry has 1 to 3 words.",
        "abcdefghijklmnopqrstuvwxyz; An entry has at most 25 characters.",
        "\uFDFA\uFDFA\uFDFA; An entry has at most 25 characters.",
        "?!; 'Write letters or numbers: an entry cannot be punctuation alone.'",
        "\u00B4 \u00A8; 'Write letters or numbers: an entry cannot be punctuation alone.'",
        "'-'; 'Write letters or numbers: an entry cannot be punctuation alone.'"
      })
  void aRefusalSaysWhatToDo(String entry, String said) {
    RuleViolation refused =
        org.junit.jupiter.api.Assertions.assertThrows(
            RuleViolation.class, () -> Terms.of(entry, WordClouds.settings(3)));
    assertEquals(said, refused.getMessage());
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<Character> hostile =
        Arbitraries.of(
            'a', 'S', 's', '\u0130', '\u0131', '\u00df', '\u1E9E', '\uFB03', '\uFDFA', '\u0301',
            '\u0327', '\u064B', '\u05B0', '\u202E', '\u2066', '\u200D', '\u200C', '\uFE0F',
            '\u3099', '\u304B', '\u1100', '\u1161', '\u0345', '\u03A3', '\u03C2', ',', '*', '|',
            '/', '%', '~', ' ', '\u00A0', '\u3000', '-', '\'', '\u2019', '.', '\u00BD', '\u0149',
            '\u01F0', '\u1FB7', '\u0E33', '\u0F77', '\u20DD', '\u2028', '\uD83D', '\uDE00',
            '\uD83C', '\uDFFB');
    return Arbitraries.oneOf(
        Arbitraries.strings().all().ofMaxLength(25),
        Arbitraries.strings()
            .withChars(
                hostile.list().ofMinSize(60).sample().stream()
                    .map(String::valueOf)
                    .collect(java.util.stream.Collectors.joining())
                    .toCharArray())
            .ofMaxLength(25),
        Arbitraries.of("the", "women", "ferch", "gwaith", "boxes", "s", "'s", "-", "yr", "classes")
            .list()
            .ofMinSize(1)
            .ofMaxSize(3)
            .map(words -> String.join(" ", words)));
  }

  @Provide
  Arbitrary<List<Language>> languages() {
    return Arbitraries.subsetOf(Language.values()).map(List::copyOf);
  }

  @Property(tries = 5_000)
  void theFamilyOfAFamilyIsItself(
      @ForAll("texts") String text, @ForAll("languages") List<Language> languages) {
    String family = Terms.family(text, languages);
    assertEquals(family, Terms.family(family, languages));
  }

  @Property(tries = 5_000)
  void caseSpaceAndTheFormOfUnicodeMakeNoOther(@ForAll("texts") String text) {
    String clean = io.plenary.event.Texts.line(text);
    String family = family(clean);
    assertEquals(family, family(Normalizer.normalize(clean, Form.NFD)));
    assertEquals(family, family(Normalizer.normalize(clean, Form.NFKC)));
    assertEquals(family, family(clean.replace(" ", "  ")));
    assertEquals(family, family(" " + clean + "!"));
  }

  /** Whatever is sent is refused with words, or counted under a name that the scripts can read. */
  @Property(tries = 5_000)
  void aCounterIsShortAndHoldsNothingThatScriptsMisread(
      @ForAll("texts") String text, @ForAll("languages") List<Language> languages) {
    Term term;
    try {
      term = Terms.of(text, 40, languages);
    } catch (RuleViolation refused) {
      assertFalse(String.valueOf(refused.getMessage()).isBlank());
      return;
    }
    String counter = term.counter();
    assertTrue(counter.matches("[A-Za-z0-9._%-]+/[A-Za-z0-9._%-]+"), counter);
    assertTrue(counter.length() <= 2_500, () -> counter.length() + ": " + counter);
    assertEquals(term, Term.of(counter));
    assertEquals(term, Terms.of(term.form(), 40, languages), "written again it is the same");
  }
}
