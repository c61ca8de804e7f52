package io.plenary.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.Normalizer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {
  @Provide
  Arbitrary<String> nasty() {
    Arbitrary<Integer> plain = Arbitraries.integers().between('a', 'e');
    Arbitrary<Integer> marks = Arbitraries.integers().between(0x300, 0x36F);
    Arbitrary<Integer> format =
        Arbitraries.of(
            0x200B, 0x200C, 0x200D, 0x200E, 0x202A, 0x202E, 0x2066, 0x2069, 0xFEFF, 0xAD, 0xE0041,
            0xFE0F);
    Arbitrary<Integer> space = Arbitraries.of(0x20, 0x9, 0xA, 0xD, 0x85, 0xA0, 0x2028, 0x3000, 0x0);
    Arbitrary<Integer> surrogates = Arbitraries.integers().between(0xD800, 0xDFFF);
    Arbitrary<Integer> any = Arbitraries.integers().between(0, 0x10FFFF);
    Arbitrary<Integer> emoji = Arbitraries.of(0x1F469, 0x1F3FD, 0x2695, 0x1FAE0, 0x1F979, 0x2764);
    return Arbitraries.oneOf(plain, marks, format, space, surrogates, any, emoji)
        .list()
        .ofMaxSize(40)
        .map(
            points -> {
              StringBuilder out = new StringBuilder();
              points.forEach(
                  c -> {
                    if (c <= 0xFFFF) out.append((char) (int) c);
                    else out.appendCodePoint(c);
                  });
              return out.toString();
            });
  }

  @Test
  void aMarkThatFindsItsLetterOnceWhatStoodBetweenIsGoneLeavesNoOtherTooMany() {
    String clean = Texts.line("\u01D5\u0300\u0344\u200B\u031B");
    assertEquals(clean, Texts.line(clean));
  }

  @Property(tries = 5_000)
  void isOneCleanLineAndCleaningAgainChangesNothing(@ForAll("nasty") String text) {
    String clean = Texts.line(text);
    assertEquals(clean, Texts.line(clean));
    assertTrue(Normalizer.isNormalized(clean, Normalizer.Form.NFC), "R5 composed");
    assertEquals(clean, clean.strip());
    assertFalse(clean.contains("  "));
    int[] marks = new int[1];
    clean
        .codePoints()
        .forEach(
            c -> {
              assertTrue(
                  c == ' ' || (!Character.isWhitespace(c) && !Character.isSpaceChar(c)),
                  () -> Integer.toHexString(c));
              assertFalse(
                  Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE,
                  () -> Integer.toHexString(c));
              assertFalse(
                  (c >= 0x202A && c <= 0x202E)
                      || (c >= 0x2066 && c <= 0x2069)
                      || c == 0x200E
                      || c == 0x200F
                      || c == 0x61C,
                  () -> Integer.toHexString(c));
              int type = Character.getType(c);
              if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
                marks[0]++;
              } else if (c != 0x200C && c != 0x200D) {
                marks[0] = 0;
              }
              assertTrue(marks[0] <= 4, "marks are stacked");
            });
    assertTrue(
        clean.isEmpty() || clean.codePoints().anyMatch(c -> c != ' ' && c != 0x200C && c != 0x200D),
        "nothing to see");
  }

  @Property
  void leavesPlainWordsAlone(@ForAll("words") String text) {
    assertEquals(text, Texts.line(text));
  }

  @Provide
  Arbitrary<String> words() {
    return Arbitraries.strings()
        .withCharRange('!', '~')
        .withCharRange('à', 'ÿ')
        .withCharRange('一', '丿')
        .ofMinLength(1)
        .ofMaxLength(12)
        .list()
        .ofMinSize(1)
        .ofMaxSize(5)
        .map(w -> String.join(" ", w));
  }

  /**
   * Persian with a non-joiner, Devanagari with a joiner, a family, a flag, a keycap; emoji newer
   * than the oldest Java we run on.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "می\u200Cخواهم",
        "क्\u200Dष",
        "👩‍⚕️ 👩🏽‍⚕️",
        "🇬🇧",
        "1️⃣",
        "\uD83E\uDEE0 \uD83E\uDD79"
      })
  void keepsWhatLanguagesAndEmojiNeed(String text) {
    assertEquals(text, Texts.line(text));
  }

  @ParameterizedTest
  @CsvSource({
    "cafe\u0301, café",
    "Tie\u0302\u0301ng Vie\u0323\u0302t, Tiếng Việt",
    "\u1112\u1161\u11ab\u1100\u1173\u11af, 한글",
    "e\u200B\u0301, é",
    "e\u0301\u0323, \u1eb9\u0301",
    "q\u0307\u0323, q\u0323\u0307",
    "\u212B, \u00C5"
  })
  @DisplayName("R5 the same text is the same, however it was typed")
  void r5_composes(String typed, String kept) {
    assertEquals(kept, Texts.line(typed));
  }

  @Test
  void takesOutWhatMakesTextReadAsSomethingElse() {
    assertEquals(
        "Yes, pay the invoice", Texts.line("Yes, \u202Epay\u202C the \u2066invoice\u2069\u200B"));
    assertEquals("a b", Texts.line("\t a \u202E \n b\u2028"));
  }

  @Test
  void wordsOnTwoLinesStayTwoWords() {
    assertEquals("one two three four", Texts.line("one\u0085two\rthree\u000Bfour"));
  }

  @Test
  void stacksNoMoreThanFourMarks() {
    assertEquals("Z" + "\u0300".repeat(4) + "a", Texts.line("Z" + "\u0300".repeat(50) + "a"));
    assertEquals(
        "Z" + "\u0300".repeat(4) + "\u200D",
        Texts.line("Z" + ("\u0300".repeat(4) + "\u200D").repeat(20)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\u200D",
        "\u200C\u200D \u200C",
        "\u3164",
        "\u115F\u1160",
        "\u2800",
        "\uFFA0 \u3164",
        "\u0301\u034F",
        "\uFE0F",
        "\uDBFF",
        "\u0007"
      })
  void whatNobodyCanSeeIsEmpty(String text) {
    assertEquals("", Texts.line(text));
  }

  @Test
  void keepsNoHalfCharacters() {
    assertEquals("ab", Texts.line("a\uD83Db"));
    assertEquals("", Texts.line("\uD83D\u202E\uDE00"));
  }

  @Test
  void countsAsPeopleDo() {
    assertEquals(2, Texts.length("a😀"));
  }
}
