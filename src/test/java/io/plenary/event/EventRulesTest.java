package io.plenary.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventRulesTest {
  private static EventDetails details(
      String name, String from, String to, String zone, String... origins) {
    return EventRules.details(name, from, to, zone, List.of(origins), false);
  }

  @Test
  void cleansAndKeepsWhatWasTyped() {
    EventDetails d =
        details(
            "  Women \n leaders ",
            "2027-03-08",
            "2027-03-08",
            "Europe/London",
            "https://intranet.example.org:8443");
    assertEquals("Women leaders", d.name());
    assertEquals("2027-03-08", d.startsOn().toString());
    assertEquals("Europe/London", d.timeZone().getId());
    assertEquals(List.of("https://intranet.example.org:8443"), d.frameOrigins());
  }

  @ParameterizedTest
  @DisplayName(
      "O19 what is wrong with details is said so that it can be mended, absurd years included")
  @CsvSource({
    "'', 2027-03-08, 2027-03-08, UTC, Give the event a name",
    "'\u200D\u200B ', 2027-03-08, 2027-03-08, UTC, Give the event a name",
    "x, 2027-3-8, 2027-03-08, UTC, The first day",
    "x, 2027-03-08, 2027-02-30, UTC, The last day",
    "x, 2027-03-08, 2027-03-07, UTC, before",
    "x, +999999999-12-31, +999999999-12-31, UTC, The first day is in the year 999999999. Choose a"
        + " year from 2000 to 2199",
    "x, 2027-03-08, +999999999-12-31, UTC, The last day is in the year",
    "x, 2027-03-08, 2200-01-01, UTC, The last day is in the year 2200",
    "x, 1999-12-31, 2027-03-08, UTC, The first day is in the year 1999",
    "x, 0000-01-01, 2027-03-08, UTC, The first day",
    "x, -0001-01-01, 2027-03-08, UTC, The first day",
    "x, 2027-03-08, 2027-03-08, Mars/Olympus, time zone",
    "x, 2027-03-08, 2027-03-08, '', time zone"
  })
  void saysWhatToMend(String name, String from, String to, String zone, String said) {
    RuleViolation refused = assertThrows(RuleViolation.class, () -> details(name, from, to, zone));
    assertEquals(Reason.BAD_DRAFT, refused.reason());
    assertTrue(refused.getMessage().contains(said), refused::getMessage);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GMT+5",
        "UTC+3",
        "UT-1",
        "Z",
        "+05:30",
        "-3",
        "+00",
        "GMT+05:00",
        "SystemV/EST5",
        "europe/london",
        "Europe/London ",
        "America/Nowhere"
      })
  @DisplayName("R6 only names of zones are taken, no offsets, and the refusal says what to write")
  void r6_namesOfZonesOnly(String zone) {
    RuleViolation refused =
        assertThrows(RuleViolation.class, () -> details("x", "2027-03-08", "2027-03-08", zone));
    assertEquals(Reason.BAD_DRAFT, refused.reason());
    assertTrue(refused.getMessage().contains("like Europe/London"), refused::getMessage);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"UTC", "Etc/GMT+5", "Asia/Kolkata", "America/Argentina/Buenos_Aires", "GMT"})
  void namesOfZonesAreTaken(String zone) {
    assertEquals(zone, details("x", "2027-03-08", "2027-03-08", zone).timeZone().getId());
    assertTrue(TimeZones.names().contains(zone));
  }

  @Test
  @DisplayName(
      "O19 the end of an event that was stored before there was a rule for its dates can be"
          + " reckoned with")
  void everyEventHasAnEnd() {
    for (LocalDate day : List.of(LocalDate.MAX, LocalDate.MIN, LocalDate.of(2199, 12, 31))) {
      EventDetails odd =
          new EventDetails("x", day, day, ZoneId.of("Pacific/Kiritimati"), List.of());
      assertTrue(EventRules.end(odd).plus(Duration.ofDays(365)).toEpochMilli() > 0);
    }
    assertEquals(
        "2200-01-01T00:00:00Z",
        EventRules.end(
                new EventDetails("x", LocalDate.MAX, LocalDate.MAX, ZoneOffset.UTC, List.of()))
            .toString());
  }

  @Test
  void countsCodePointsOfTheName() {
    assertEquals(
        120, Texts.length(details("😀".repeat(120), "2027-03-08", "2027-03-08", "UTC").name()));
    assertThrows(
        RuleViolation.class, () -> details("😀".repeat(121), "2027-03-08", "2027-03-08", "UTC"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*",
        "https://*",
        "https://a.example/path",
        "https://a.example/",
        "javascript:alert(1)",
        "https://a.example; script-src *",
        "https://a.example https://b.example",
        "https://a.example\nX: y",
        "'self'",
        "ftp://a.example",
        "https://",
        "https://a.example:123456",
        "https://-a"
      })
  void anOriginCannotWidenWhatMayFrameTheStage(String origin) {
    assertThrows(
        RuleViolation.class, () -> details("x", "2027-03-08", "2027-03-08", "UTC", origin));
  }

  @ParameterizedTest
  @CsvSource({
    "Spring, Spring (copy)",
    "Spring (copy), Spring (copy)",
    "Spring (copy 2), Spring (copy)",
    "Spring (copy 2) again, Spring (copy 2) again (copy)"
  })
  void aCopyOfACopyIsCalledLikeTheCopy(String name, String copy) {
    assertEquals(copy, EventRules.copyName(name));
  }

  @Test
  void theNameOfACopyIsAsLongAsAnyMayBe() {
    assertEquals("😀".repeat(113) + " (copy)", EventRules.copyName("😀".repeat(120)));
  }

  @Test
  void atMostTenOrigins() {
    List<String> ten = Collections.nCopies(10, "https://a.example");
    assertEquals(
        10,
        EventRules.details("x", "2027-03-08", "2027-03-08", "UTC", ten, false)
            .frameOrigins()
            .size());
    assertThrows(
        RuleViolation.class,
        () ->
            EventRules.details(
                "x",
                "2027-03-08",
                "2027-03-08",
                "UTC",
                Collections.nCopies(11, "https://a.example"),
                false));
  }
}
