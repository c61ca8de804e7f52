package io.plenary.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.plenary.TestServer;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
  void anEventHasSoManyConnections(@TempDir Path data) {
    try (TestServer server = TestServer.start(data, "--max-phones=3")) {
      JsonObject joined = new Browser(server.base()).join(server.code());
      List<Talk> tabs = new ArrayList<>();
      for (int i = 0; i < 3; i++) tabs.add(in(server, joined));
      JsonObject other = new Browser(server.base()).join(server.code());
      assertEquals(ROOM_FULL, Talk.attendee(server.base(), other).closedWith());
      tabs.add(in(server, joined));
      assertEquals(ELSEWHERE, tabs.get(0).closedWith());
      tabs.subList(1, 4).forEach(ManyTabsTest::alive);
      tabs.forEach(Talk::close);
    }
  }
}
