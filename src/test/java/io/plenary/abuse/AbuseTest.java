package io.plenary.abuse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AbuseTest {
  private final Abuse lists = AbuseLists.load();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Why does this wanker still run the trust?",
        "WANKERS, the lot of them",
        "you are all w4nkers",
        "what a w@nker",
        "what a w*nker",
        "such a w a n k e r he is",
        "waaaanker",
        "shut\u00A0up",
        "That is b\u00fallshit",
        "Pam mae'r twpsyn yma'n dal yn rheolwr?",
        "Cau dy geg",
        "hen wrach",
        "Cer i'r diawl",
        "cer i\u2019r diawl",
        "what the fuckety",
        "He is a sh!t manager",
        "sh\u0301it"
      })
  void marks(String text) {
    assertTrue(lists.in(text), text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Will the train from Scunthorpe and Penistone be paid?",
        "Dr Dickson of Cockermouth asks about assessment",
        "Is Cockburn Street closed?",
        "How do you assess class sizes in Essex and Sussex?",
        "Will there be shiitake or Shitake mushrooms for lunch?",
        "The analysis of the cucumber and the title",
        "Does the policy cover gay, lesbian, trans and disabled colleagues?",
        "Jewish and Muslim colleagues work on Fridays",
        "Is there a fire retardant that is feckless?",
        "Is it 5 * 3 * 2, or a*b?",
        "We have 4 a s and 3 b s",
        "Beth yw'r cynllun ar gyfer menywod ar y bwrdd?",
        "A oes lle i ni?",
        "Pa bryd mae'r cinio?",
        "How many women are on the board in 2026?",
        "What about pay!!",
        "",
        "\u0645\u0627 \u0647\u064A \u0627\u0644\u062E\u0637\u0629\u061F"
      })
  void doesNotMark(String text) {
    assertFalse(lists.in(text), text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\uFDFA", "ab ", "*", "a ", "w*", "\uFDFA\u0301 ", "!"})
  void aTextMadeToBeSlowIsNoHit(String part) {
    assertFalse(lists.in(part.repeat(1_000 / part.length())));
  }

  @Test
  void whatOneCharacterStandsForIsLookedAtOnlySoFar() {
    Abuse abuse = new Abuse(List.of("grub"));
    assertTrue(abuse.in("\uFDFA ".repeat(100) + "grub"));
    assertFalse(
        abuse.in("\uFDFA ".repeat(300) + "grub"),
        "written out, it stands behind the longest text there is");
  }

  @Test
  void wholeWordsPhrasesAndBeginnings() {
    Abuse abuse = new Abuse(List.of("# comment", "", "grub # not much", "grub face", "blob*"));
    assertEquals(
        List.of(true, true, false, false, true, true, false),
        List.of("GRUB", "two grubs", "grubby", "not much", "blobbing", "a gr\u00FCb", "grumb")
            .stream()
            .map(abuse::in)
            .toList());
    assertTrue(new Abuse(List.of("grub face")).in("you grub-face"));
    assertFalse(new Abuse(List.of("grub face")).in("face grub"));
  }

  /** Most texts are let go by a quick look, which must overlook nothing. */
  @Property(tries = 5_000)
  void theQuickLookOverlooksNothing(@ForAll("texts") String text) {
    assertEquals(lists.looked(text), lists.in(text));
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> parts =
        Arbitraries.of(
            "wanker",
            "WANK",
            "bullshit",
            "shut",
            "up",
            "s",
            "h",
            "i",
            "t",
            "idiots",
            "sssh",
            "u",
            "p",
            "proud",
            "pay",
            "grub",
            "'s",
            "-",
            " ",
            " ",
            " ",
            ".",
            "aaa",
            "twpsyn",
            "cau",
            "dy",
            "geg",
            "w*nker",
            "4",
            "w4nk",
            "1D1OT",
            "5h1t",
            "88",
            "100",
            "\u00FB",
            "!");
    return parts.list().ofMaxSize(8).map(list -> String.join("", list));
  }
}
