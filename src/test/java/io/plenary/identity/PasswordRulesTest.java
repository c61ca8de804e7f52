package io.plenary.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {
  private final PasswordRules rules = new PasswordRules();

  private String problem(String password) {
    return rules.problem(password, "organiser@long-enough.example.org").orElse("");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "four words in a row",
        "only lower case letters",
        "            x",
        "päßwörter sind auch gut",
        "🎉🎈🎁🎂🍰🥂🎶🎤🎧🎷🎸🎻",
        "aaaaaaaaaaab",
        "organiser@long-enough.example.com"
      })
  void anyCharactersWillDo(String password) {
    assertEquals("", problem(password));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          elevenchars                       | The password has 11 characters. Use at least 12; a few words in a row \
          are good.
          🎉🎈🎁🎂🍰🥂🎶🎤🎧🎷🎸            | The password has 11 characters.
          x                                 | The password has 1 character.
          password1234                      | one of the first passwords
          PassWord1234                      | one of the first passwords
          correcthorsebatterystaple         | one of the first passwords
          aaaaaaaaaaaa                      | one of the first passwords
          abcdabcdabcd                      | one of the first passwords
          Organiser@Long-Enough.example.org | The password is the e-mail address
          """)
  void whatIsRefusedAndWhy(String password, String said) {
    assertTrue(problem(password).contains(said), problem(password));
  }

  @Test
  void lengthIsCountedInCharacters() {
    String varied = "abcdefghijklmnopqrstuvwxyz0123456789".repeat(4);
    assertEquals("", problem(varied.substring(0, 128)));
    assertTrue(problem(varied.substring(0, 129)).contains("more than 128"));
    assertTrue(problem("x".repeat(1_000_000)).contains("more than 128"));
    assertTrue(problem("").contains("at least 12") && problem(null).contains("at least 12"));
    assertTrue(problem("e\u0301".repeat(11)).contains("11 characters"), "composed first");
  }

  @Test
  void thePartBeforeTheAtIsTheAddressToo() {
    assertTrue(
        rules.problem("conference.organiser", "conference.organiser@example.org").isPresent());
  }

  @ParameterizedTest
  @CsvSource({
    "Organiser@Example.ORG,organiser@example.org",
    "' a@b.example ',a@b.example",
    "a+tag@b.example,a+tag@b.example",
    "x@bücher.example,x@xn--bcher-kva.example",
    "root@localhost,root@localhost",
    "O'Neil@x.example,o'neil@x.example"
  })
  void addressesHaveOneForm(String typed, String stored) {
    assertEquals(Optional.of(stored), EmailAddress.normalise(typed));
    assertEquals(Optional.of(stored), EmailAddress.normalise(stored));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "@",
        "a@",
        "@b.example",
        "a",
        "a b@c.example",
        "a@b@c.example",
        "a@b..example",
        "a@-b.example",
        "a@b.example.",
        "a@b_c.example",
        "ä@b.example",
        "a@b.example\nBcc: x@y.example"
      })
  void whatIsNoAddress(String typed) {
    assertEquals(Optional.empty(), EmailAddress.normalise(typed));
  }

  @Test
  void addressesEndSomewhere() {
    assertEquals(Optional.empty(), EmailAddress.normalise(null));
    assertEquals(Optional.empty(), EmailAddress.normalise("a".repeat(65) + "@b.example"));
    assertEquals(Optional.empty(), EmailAddress.normalise("a@" + "b".repeat(64) + ".example"));
    assertEquals(Optional.empty(), EmailAddress.normalise("a@" + "b.".repeat(130) + "example"));
    assertEquals(Optional.empty(), EmailAddress.normalise("a@" + "b".repeat(1_000_000)));
  }
}
