package io.plenary.transport.contract;

import io.plenary.TestServer;
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

  private final Nodes nodes;

  /**
   * @param folder in which each has its own
   * @param settings of all of them
   */
  public ThreeNodes(Path folder, String... settings) {
    nodes = new Nodes(folder);
    redis = nodes.redis;
    try {
      for (int i = 0; i < 3; i++) all.add(nodes.start(settings));
      here = all.get(0);
      there = all.get(1);
      third = all.get(2);
      String token = third.setupToken();
      owner = new Browser(here.base()).setUp(token, TwoNodes.EMAIL, TwoNodes.PASSWORD);
    } catch (RuntimeException | Error e) {
      nodes.close(); // Redis is a process of its own: nothing else would end it
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

  /** A fourth one, which is none of {@link #all}. */
  public TestServer another(String... settings) {
    return nodes.start(settings);
  }

  /** As on TERM. */
  public void stop(TestServer server) {
    all.remove(server);
    nodes.stop(server);
  }

  /** Without a word to anybody. */
  public void kill(TestServer server) {
    all.remove(server);
    nodes.kill(server);
  }

  @Override
  public void close() {
    nodes.close();
  }
}
