package io.plenary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.activity.service.StoreUnavailable;
import io.plenary.config.RedisUrl;
import io.plenary.config.Settings;
import io.plenary.redis.Await;
import io.plenary.redis.LinkOptions;
import io.plenary.redis.RedisLink;
import io.plenary.redis.embedded.TestRedis;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A store that is slow to answer while the server starts is asked again; another one is refused.
 */
class StoreAtStartTest {
  private static final LinkOptions IMPATIENT = LinkOptions.defaults().withCommandTimeoutMs(200);

  @TempDir Path data;
  private Vertx vertx;
  private TestRedis redis;
  private Store store;

  @BeforeEach
  void open() {
    vertx = Vertx.vertx();
    redis = TestRedis.start();
    store =
        Store.open(
            new Settings.Store(
                data,
                Optional.empty(),
                Optional.of(
                    new RedisUrl(
                        "redis://:%s@127.0.0.1:%d"
                            .formatted(TestRedis.PASSWORD, redis.address().port()))),
                0,
                false));
  }

  @AfterEach
  void close() {
    vertx.close();
    store.close();
    redis.close();
  }

  private RedisLink link() {
    RedisLink link = RedisLink.open(vertx, vertx.getOrCreateContext(), redis.address(), IMPATIENT);
    Await.result(link.ready());
    return link;
  }

  @Test
  void oneThatDoesNotAnswerYetIsNoOther() {
    assertEquals("mark", Await.result(store.settle(vertx, link(), "mark")));
    RedisLink link = link();
    redis.freeze();
    assertInstanceOf(StoreUnavailable.class, Await.failure(store.settle(vertx, link, "again")));
    redis.thaw();
    assertEquals("mark", Await.result(store.settle(vertx, link(), "again")));
  }

  @Test
  void anotherOneIsRefused() throws Exception {
    Await.result(store.settle(vertx, link(), "mark"));
    redis.call("SET plenary:installation other");
    Throwable refused = Await.failure(store.settle(vertx, link(), "again"));
    assertInstanceOf(StartFailure.class, refused);
    assertTrue(refused.getMessage().contains("another installation"), refused.getMessage());
  }
}
