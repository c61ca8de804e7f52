package io.plenary.transport.contract;

import io.plenary.TestServer;
import io.plenary.redis.StoreAddress;
import io.plenary.redis.embedded.TestRedis;
import io.plenary.transport.Browser;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Three servers on one Redis, and the owner of all, who set them up at the first. Blocking. */
public final class ThreeNodes implements AutoCloseable {
  /** Those that were not stopped. */
  public final List<TestServer> all = new ArrayList<>();

  public final TestServer here;
  public final TestServer there;
  public final TestServer third;
  public final TestRedis redis;

  /** Signed in here. */
  public final Browser owner;

  /**
   * @param folder in which each has its own
   * @param settings of all of them
   */
  public ThreeNodes(Path folder, String... settings) {
    redis = TestRedis.start();
    StoreAddress at = redis.address();
    List<String> more = new ArrayList<>(List.of(settings));
    more.add("--redis-url=redis://:" + TestRedis.PASSWORD + "@" + at.host() + ":" + at.port());
    try {
      for (String name : List.of("one", "two", "three")) {
        all.add(TestServer.start(folder.resolve(name), more.toArray(String[]::new)));
      }
      here = all.get(0);
      there = all.get(1);
      third = all.get(2);
      String token = third.setupToken();
      owner = new Browser(here.base()).setUp(token, TwoNodes.EMAIL, TwoNodes.PASSWORD);
    } catch (RuntimeException | Error e) {
      close(); // processes of their own: nothing else would end them
      throw e;
    }
  }

  /** Id of the example event. */
  public String example() {
    return new JsonObject(owner.get("/api/v1/events").body())
        .getJsonArray("events")
        .getJsonObject(0)
        .getString("id");
  }

  /** The servers first; Redis also when one of them did not stop. */
  @Override
  public void close() {
    try (redis) {
      all.forEach(TestServer::close);
    }
  }
}
