package io.plenary.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventRulesTest {
  private static EventDetails details(String name, String from, String to, String zone, String... origins) {
    return EventRules.details(name, from, to, zone, List.of(origins));
  }

  @Test
  void cleansAndKeepsWhatWasTyped() {
    EventDetails d = details("  Women \n leaders ", "2027-03-08", "2027-03-08", "Europe/London", "https://intranet.example.org:8443");
    assertEquals("Women leaders", d.name());
    assertEquals("2027-03-08", d.startsOn().toString());
    assertEquals("Europe/London", d.timeZone().getId());
    assertEquals(List.of("https://intranet.example.org:8443"), d.frameOrigins());
  }

  @ParameterizedTest
  @CsvSource({
      "'', 2027-03-08, 2027-03-08, UTC, Give the event a name",
      "'\u200D\u200B ', 2027-03-08, 2027-03-08, UTC, Give the event a name",
      "x, 2027-3-8, 2027-03-08, UTC, The first day",
      "x, 2027-03-08, 2027-02-30, UTC, The last day",
      "x, 2027-03-08, 2027-03-07, UTC, before",
      "x, 2027-03-08, 2027-03-08, Mars/Olympus, time zone",
      "x, 2027-03-08, 2027-03-08, '', time zone"})
  void saysWhatToMend(String name, String from, String to, String zone, String said) {
    Refused refused = assertThrows(Refused.class, () -> details(name, from, to, zone));
    assertEquals(Reason.BAD_DRAFT, refused.reason());
    assertTrue(refused.getMessage().contains(said), refused::getMessage);
  }

  @Test
  void countsCodePointsOfTheName() {
    assertEquals(120, Texts.length(details("😀".repeat(120), "2027-03-08", "2027-03-08", "UTC").name()));
    assertThrows(Refused.class, () -> details("😀".repeat(121), "2027-03-08", "2027-03-08", "UTC"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "https://*", "https://a.example/path", "https://a.example/", "javascript:alert(1)", "https://a.example; script-src *",
      "https://a.example https://b.example", "https://a.example\nX: y", "'self'", "ftp://a.example", "https://", "https://a.example:123456", "https://-a"})
  void anOriginCannotWidenWhatMayFrameTheStage(String origin) {
    assertThrows(Refused.class, () -> details("x", "2027-03-08", "2027-03-08", "UTC", origin));
  }

  @Test
  void atMostTenOrigins() {
    List<String> ten = Collections.nCopies(10, "https://a.example");
    assertEquals(10, EventRules.details("x", "2027-03-08", "2027-03-08", "UTC", ten).frameOrigins().size());
    assertThrows(Refused.class, () -> EventRules.details("x", "2027-03-08", "2027-03-08", "UTC", Collections.nCopies(11, "https://a.example")));
  }
}
