package io.plenary.redis.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.redis.Await;
import io.plenary.redis.LinkOptions;
import io.plenary.redis.RedisLink;
import io.plenary.redis.StoreAddress;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedRedisTest {
  @TempDir Path temp;
  private Path folder;
  private Vertx vertx;

  @BeforeEach
  void start() {
    folder = temp.resolve("data of an event");
    vertx = Vertx.vertx();
  }

  @AfterEach
  void stop() {
    Await.result(vertx.close());
  }

  private RedisLink link(StoreAddress address) {
    RedisLink link =
        RedisLink.open(vertx, vertx.getOrCreateContext(), address, LinkOptions.defaults());
    Await.result(link.ready());
    return link;
  }

  private ProcessHandle server() throws IOException {
    return ProcessHandle.of(
            Long.parseLong(Files.readString(folder.resolve("redis.pid")).split("\n")[0]))
        .orElseThrow();
  }

  @Test
  void keepsItsDataOverRestartsAndItsSecretsToItself() throws IOException {
    try (EmbeddedRedis redis = EmbeddedRedis.start(folder, null)) {
      RedisLink link = link(redis.address());
      Await.result(link.send(Command.SET, "k", "v"));
      assertEquals(
          "always",
          Await.result(link.send(Command.CONFIG, "GET", "appendfsync"))
              .get("appendfsync")
              .toString());
      assertEquals(
          "rw-------",
          PosixFilePermissions.toString(
              Files.getPosixFilePermissions(folder.resolve("redis.conf"))));
      assertFalse(redis.address().toString().contains(redis.address().password()));
      Await.result(link.close());
    }
    assertFalse(Files.exists(folder.resolve("redis.pid")));
    try (EmbeddedRedis redis = EmbeddedRedis.start(folder, null)) {
      RedisLink link = link(redis.address());
      assertEquals("v", Await.result(link.send(Command.GET, "k")).toString());
      Await.result(link.close());
    }
  }

  @Test
  void killedServerComesBackOnTheSamePortWithItsData() throws IOException {
    try (EmbeddedRedis redis = EmbeddedRedis.start(folder, null)) {
      RedisLink link = link(redis.address());
      String runId = link.epoch();
      for (int i = 0; i < 3; i++) {
        Await.result(link.send(Command.INCR, "n"));
        ProcessHandle victim = server();
        victim.destroyForcibly();
        Await.until(() -> !link.isUp());
        Await.until(link::isUp);
        assertEquals(i + 1, Await.result(link.send(Command.GET, "n")).toInteger());
        assertNotEquals(runId, link.epoch());
        Await.until(() -> !pid().equals("" + victim.pid()));
      }
    }
  }

  private String pid() {
    try {
      return Files.readString(folder.resolve("redis.pid")).split("\n")[0];
    } catch (IOException e) {
      return "";
    }
  }

  @Test
  void secondServerOnTheFolderIsRefusedAndTheFirstGoesOn() {
    try (EmbeddedRedis redis = EmbeddedRedis.start(folder, null)) {
      StoreStartException e =
          assertThrows(StoreStartException.class, () -> EmbeddedRedis.start(folder, null));
      assertTrue(e.getMessage().contains(folder.toString()), e.getMessage());
      assertTrue(e.getMessage().contains("" + ProcessHandle.current().pid()), e.getMessage());
      assertEquals("PONG", Await.result(link(redis.address()).send(Command.PING)).toString());
    }
  }

  @Test
  void orphanOfAKilledServerIsEndedAndItsDataKept() throws IOException {
    ServerConfig config = orphan();
    RedisProcess orphan = RedisProcess.start(RedisBinary.unpack(folder.resolve("bin")), config);
    orphan.awaitReady();
    new Orphans(folder).noteDown(orphan.handle());
    Await.result(
        link(StoreAddress.local(config.port(), config.password()))
            .send(Command.SET, "k", "of the orphan"));
    try (EmbeddedRedis redis = EmbeddedRedis.start(folder, null)) {
      assertFalse(Processes.alive(orphan.handle()));
      assertEquals(
          "of the orphan", Await.result(link(redis.address()).send(Command.GET, "k")).toString());
    }
  }

  @Test
  void orphanNobodyNotedIsFoundByTheFolderItWorksIn() throws IOException {
    RedisProcess orphan = RedisProcess.start(RedisBinary.unpack(folder.resolve("bin")), orphan());
    orphan.awaitReady();
    try (EmbeddedRedis redis = EmbeddedRedis.start(folder, null)) {
      assertFalse(Processes.alive(orphan.handle()));
      assertEquals("PONG", Await.result(link(redis.address()).send(Command.PING)).toString());
    }
  }

  private ServerConfig orphan() throws IOException {
    Files.createDirectories(folder);
    return ServerConfig.write(folder, TestRedis.freePort());
  }

  @Test
  void processThatOnlyTookOverThePidIsLeftAlone() throws IOException {
    Process bystander = new ProcessBuilder("sleep", "60").start();
    try {
      Files.createDirectories(folder);
      Files.writeString(
          folder.resolve("redis.pid"),
          bystander.pid() + "\n" + 1_000_000_000_000L + "\nredis-server\n");
      EmbeddedRedis.start(folder, null).close();
      assertTrue(bystander.isAlive());
      Files.writeString(folder.resolve("redis.pid"), "torn");
      EmbeddedRedis.start(folder, null).close();
    } finally {
      bystander.destroyForcibly();
    }
  }

  @Test
  void tornBinaryIsUnpackedAgain() throws IOException {
    Path binary = RedisBinary.unpack(folder);
    long whole = Files.size(binary);
    byte[] bytes = Files.readAllBytes(binary);
    Files.write(binary, java.util.Arrays.copyOf(bytes, bytes.length / 2));
    assertEquals(whole, Files.size(RedisBinary.unpack(folder)));
    Files.write(binary, new byte[] {0}, StandardOpenOption.WRITE);
    assertEquals(bytes[0], Files.readAllBytes(RedisBinary.unpack(folder))[0]);
    try (var files = Files.list(folder)) {
      assertEquals(1, files.count());
    }
  }

  @Test
  void tornTailOfTheAppendOnlyFileCostsNothingBefore() throws IOException {
    try (EmbeddedRedis redis = EmbeddedRedis.start(folder, null)) {
      Await.result(link(redis.address()).send(Command.SET, "k", "v"));
    }
    Path aof;
    try (var files = Files.walk(folder.resolve("redis"))) {
      aof = files.filter(f -> f.toString().endsWith(".incr.aof")).findFirst().orElseThrow();
    }
    Files.writeString(aof, "*3\r\n$3\r\nSET\r\n$1\r\nk\r\n$5\r\nhal", StandardOpenOption.APPEND);
    try (EmbeddedRedis redis = EmbeddedRedis.start(folder, null)) {
      assertEquals("v", Await.result(link(redis.address()).send(Command.GET, "k")).toString());
    }
  }

  @Test
  void folderThatCannotBeWrittenIsNamed() throws IOException {
    Path file = Files.writeString(temp.resolve("a file"), "x");
    StoreStartException e =
        assertThrows(StoreStartException.class, () -> EmbeddedRedis.start(file, null));
    assertTrue(e.getMessage().contains(file.toString()), e.getMessage());
  }
}
