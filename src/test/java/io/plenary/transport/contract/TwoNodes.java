package io.plenary.transport.contract;

import io.plenary.TestServer;
import io.plenary.redis.StoreAddress;
import io.plenary.redis.embedded.TestRedis;
import io.plenary.transport.Browser;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;

/** Two servers on one Redis, and the owner of both, who set them up at the first. Blocking. */
public final class TwoNodes implements AutoCloseable {
  public static final String EMAIL = "owner@plenary.example";
  public static final String PASSWORD = "a long enough passphrase 7";

  public final TestServer here;
  public final TestServer there;

  /** Signed in here. */
  public final Browser owner;

  private final TestRedis redis;

  /**
   * @param one the first server's folder
   * @param two the second's
   */
  public TwoNodes(Path one, Path two) {
    redis = TestRedis.start();
    StoreAddress at = redis.address();
    String url = "--redis-url=redis://:" + TestRedis.PASSWORD + "@" + at.host() + ":" + at.port();
    try {
      here = TestServer.start(one, url);
      there = TestServer.start(two, url);
      owner = new Browser(here.base()).setUp(there.setupToken(), EMAIL, PASSWORD);
    } catch (RuntimeException | Error e) {
      redis.close(); // a process of its own: nothing else would end it
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
    try (redis;
        there) {
      here.close();
    }
  }
}
