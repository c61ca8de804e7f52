package io.plenary.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.plenary.TestServer;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One token on many connections, over the wire. */
class ManyTabsTest {
  private static final int ELSEWHERE = 4012;
  private static final int ROOM_FULL = 4007;

  private static Talk in(TestServer server, JsonObject joined) {
    Talk talk = Talk.attendee(server.base(), joined);
    talk.hear("attendeeSnapshot");
    return talk;
  }

  private static void alive(Talk talk) {
    talk.say(new JsonObject().put("type", "ping")).hear("pong");
  }

  @Test
  void theNewestIsLetInAndTheQuietestClosed(@TempDir Path data) {
    try (TestServer server = TestServer.start(data)) {
      JsonObject joined = new Browser(server.base()).join(server.code());
      List<Talk> tabs = new ArrayList<>();
      for (int i = 0; i < AttendeeConnections.PER_PERSON; i++) tabs.add(in(server, joined));
      alive(tabs.get(0));
      tabs.add(in(server, joined));
      assertEquals(ELSEWHERE, tabs.get(1).hear("goodbye").getInteger("code"));
      assertEquals(ELSEWHERE, tabs.get(1).closedWith());
      tabs.remove(1);
      tabs.forEach(ManyTabsTest::alive);
      tabs.forEach(Talk::close);
    }
  }

  @Test
  @DisplayName("O14 an event has places for so many people, and their further tabs give way first")
  void o14_anEventHasSoManyPeople(@TempDir Path data) {
    try (TestServer server = TestServer.start(data, "--max-phones=3")) {
      JsonObject joined = new Browser(server.base()).join(server.code());
      List<Talk> tabs = new ArrayList<>();
      for (int i = 0; i < 3; i++) tabs.add(in(server, joined));
      for (int i = 0; i < 2; i++) {
        tabs.add(in(server, new Browser(server.base()).join(server.code())));
        assertEquals(ELSEWHERE, tabs.get(i).closedWith());
      }
      JsonObject other = new Browser(server.base()).join(server.code());
      assertEquals(ROOM_FULL, Talk.attendee(server.base(), other).closedWith());
      tabs.subList(2, 5).forEach(ManyTabsTest::alive);
      tabs.forEach(Talk::close);
    }
  }
}
