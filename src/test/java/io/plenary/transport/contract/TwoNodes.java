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

  private final AutoCloseable store;

  /**
   * @param one the first server's folder
   * @param two the second's
   */
  public TwoNodes(Path one, Path two) {
    this(one, two, TestRedis.start());
  }

  private TwoNodes(Path one, Path two, TestRedis redis) {
    this(one, two, redis, "--redis-url=" + url(redis.address()));
  }

  private static String url(StoreAddress at) {
    return "redis://:" + TestRedis.PASSWORD + "@" + at.host() + ":" + at.port();
  }

  /**
   * On any store.
   *
   * @param store closed with the servers
   * @param settings of both, as on the command line
   */
  public TwoNodes(Path one, Path two, AutoCloseable store, String... settings) {
    this.store = store;
    try {
      here = TestServer.start(one, settings);
      there = TestServer.start(two, settings);
      owner = new Browser(here.base()).setUp(there.setupToken(), EMAIL, PASSWORD);
    } catch (RuntimeException | Error e) {
      closed(store); // processes of their own: nothing else would end them
      throw e;
    }
  }

  private static void closed(AutoCloseable store) {
    try {
      store.close();
    } catch (Exception e) {
      throw new AssertionError("the store did not stop", e);
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
    try (there) {
      here.close();
    } finally {
      closed(store);
    }
  }
}
