package io.plenary.transport.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.plenary.TestServer;
import io.plenary.Waiting;
import io.plenary.transport.Browser;
import io.plenary.transport.Talk;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An event with ten places at three nodes. */
class SharedPlacesTest {
  private static final int ROOM_FULL = 4007;

  private static boolean in(Talk talk) {
    return !talk.all("attendeeSnapshot").isEmpty();
  }

  private static boolean comesIn(TestServer at, String code) {
    Talk talk = Talk.attendee(at.base(), new Browser(at.base()).join(code));
    Waiting.until(() -> in(talk) || !talk.isOpen());
    return in(talk);
  }

  @Test
  void tenPeopleAreTen(@TempDir Path folder) {
    try (ThreeNodes nodes = new ThreeNodes(folder, "--max-phones=10")) {
      String code = nodes.here.code();
      List<JsonObject> people = new ArrayList<>();
      for (int i = 0; i < 30; i++) people.add(new Browser(nodes.here.base()).join(code));
      List<Talk> talks = new ArrayList<>();
      for (int i = 0; i < 30; i++) {
        talks.add(Talk.attendee(nodes.all.get(i % 3).base(), people.get(i)));
      }
      for (Talk talk : talks) Waiting.until(() -> in(talk) || !talk.isOpen());
      List<Talk> inside = talks.stream().filter(Talk::isOpen).toList();
      assertEquals(10, inside.size());
      talks.stream()
          .filter(talk -> !talk.isOpen())
          .forEach(talk -> assertEquals(ROOM_FULL, talk.closedWith()));

      inside.get(0).close();
      Waiting.until(() -> comesIn(nodes.there, code));
      assertFalse(comesIn(nodes.here, code), "ten again");
      nodes.kill(nodes.third);
      Waiting.until(() -> comesIn(nodes.here, code));
    }
  }

  /**
   * Of two people who have several pages, each page but one gives way to whoever comes to another
   * node.
   */
  @Test
  void furtherPagesGiveWayToPeopleAtOtherNodes(@TempDir Path folder) {
    try (ThreeNodes nodes = new ThreeNodes(folder, "--max-phones=10")) {
      String code = nodes.here.code();
      List<Talk> pages = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        JsonObject person = new Browser(nodes.here.base()).join(code);
        for (int page = 0; page < 5; page++) {
          Talk talk = Talk.attendee(nodes.here.base(), person);
          talk.hear("attendeeSnapshot");
          pages.add(talk);
        }
      }
      for (int i = 0; i < 8; i++) {
        Talk honest = Talk.attendee(nodes.there.base(), new Browser(nodes.there.base()).join(code));
        honest.hear("attendeeSnapshot");
      }
      Waiting.until(() -> pages.stream().filter(Talk::isOpen).count() == 2);
    }
  }
}
