package io.plenary.redis.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.plenary.logs.LogLines;
import io.plenary.redis.Await;
import io.plenary.redis.LinkOptions;
import io.plenary.redis.RedisLink;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever keeps the embedded Redis from coming back may pass, and then it is back. */
class SupervisorTest {

  @TempDir Path temp;
  private final Vertx vertx = Vertx.vertx();
  private final LogLines log = new LogLines();
  private Path folder;
  private Path binary;
  private Path aside;
  private EmbeddedRedis redis;
  private RedisLink link;

  @BeforeEach
  void start() {
    folder = temp.resolve("data");
    redis = EmbeddedRedis.start(folder, null);
    binary = RedisBinary.unpack(folder.resolve("bin"));
    aside = folder.resolve("aside");
    link =
        RedisLink.open(vertx, vertx.getOrCreateContext(), redis.address(), LinkOptions.defaults());
    Await.result(link.ready());
    Await.result(link.send(Command.SET, "k", "v"));
  }

  @AfterEach
  void stop() {
    log.close();
    Await.result(vertx.close());
    redis.close();
  }

  /** Whatever serves the folder now; noted or not. */
  private ProcessHandle server() throws IOException {
    Path here = folder.resolve("redis").toRealPath();
    try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
      return all.filter(p -> worksIn(p, here)).findFirst().orElseThrow();
    }
  }

  private static boolean worksIn(ProcessHandle process, Path folder) {
    try {
      return Files.readSymbolicLink(Path.of("/proc/" + process.pid() + "/cwd")).equals(folder);
    } catch (IOException gone) {
      return false;
    }
  }

  private void kill() throws IOException {
    log.forget();
    server().destroyForcibly();
    Await.until(() -> log.say("ended by itself"));
  }

  private void isBack() {
    Await.until(link::isUp);
    assertEquals("v", Await.result(link.send(Command.GET, "k")).toString());
    assertEquals(0, log.with("not watched any more").size());
  }

  @Test
  @DisplayName(
      "O15 a server that no process can be had for comes back when there is one, and is said once")
  void o15_spawningFails() throws IOException {
    Files.move(binary, aside);
    kill();
    Await.until(() -> log.say("does not come back yet"));
    Files.move(aside, binary);
    isBack();
    assertEquals(1, log.with("does not come back yet").size());
  }

  @Test
  @DisplayName("O15 a process that cannot be noted down is a warning, at the start and later")
  void o15_noteFails() throws IOException {
    Path note = folder.resolve("redis.pid");
    Files.delete(note);
    Files.createDirectory(note);
    for (int i = 0; i < 2; i++) {
      kill();
      Await.until(() -> log.say("WARN The process of redis-server was not noted down"));
      isBack();
    }
  }

  @Test
  @DisplayName(
      "O15 a server that ends at once and whose log cannot be read is started until it stays")
  void o15_endsAtOnceWithoutALog() throws IOException {
    Files.move(binary, aside);
    Files.writeString(binary, "#!/bin/sh\nrm -f ../redis.log\nexit 3\n");
    Files.setPosixFilePermissions(binary, Files.getPosixFilePermissions(aside));
    kill();
    Await.until(() -> log.say("its log cannot be read"));
    Files.move(aside, binary, StandardCopyOption.REPLACE_EXISTING);
    isBack();
  }
}
