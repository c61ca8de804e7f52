package io.plenary.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.transport.RawRequest;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A stranger who sends much and finishes nothing, against a server with little memory. */
class HalfSentIT {
  private static final int POSTS = 280;
  private static final int SIZE = 2 * 1024 * 1024;
  private static final String PART = "x".repeat(64 * 1024);

  @Test
  @DisplayName(
      "O17 280 half-sent posts of 2 MiB end no server: it stays ready, and votes are counted")
  void votesGoOn() {
    ServerProcess server = new ServerProcess("half-sent").withJava("-Xmx160m");
    try (Hall hall = new Hall(server, 20, 17)) {
      List<RawRequest> posts = new ArrayList<>();
      try {
        for (int i = 0; i < POSTS; i++) {
          RawRequest post =
              new RawRequest(
                  server.base(),
                  i % 2 == 0 ? "/api/v1/join" : "/api/v1/events/import",
                  i % 4 < 2 ? SIZE : 60_000);
          posts.add(post);
          for (int sent = 0; sent < SIZE - PART.length() && i % 4 < 2; sent += PART.length()) {
            post.send(PART);
          }
          if (i % 4 >= 2) post.send(PART.substring(0, 59_000));
        }
        int before = hall.swarm.counted();
        hall.vote();
        Patience.until(
            () -> "20 votes beside the half-sent posts; the server says:\n" + server.output(),
            () -> hall.swarm.counted() >= before + 20);
        assertTrue(server.ready(), server.output());
        hall.pause();
        hall.assertReckons("beside the half-sent posts");
        JsonObject joining = new JsonObject().put("code", hall.organiser.code());
        assertEquals(
            200,
            Web.post(server.base().resolve("/api/v1/join"), joining).statusCode(),
            "newcomers are let in");
      } finally {
        posts.forEach(RawRequest::close);
      }
    }
  }
}
