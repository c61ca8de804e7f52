package io.plenary.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.redis.StoreFinding.Kind;
import io.plenary.redis.embedded.TestRedis;
import io.vertx.core.Context;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.PfxOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of a Redis that is there and cannot be used: what it is, and what to do. */
class StoreWordsTest {
  private static final String SECRET = "only-for-tests";
  @TempDir Path temp;
  private final Vertx vertx = Vertx.vertx();

  @AfterEach
  void stop() {
    Await.result(vertx.close());
  }

  private StoreFinding look(StoreAddress address) {
    return look(address, LinkOptions.defaults().withConnectTimeoutMs(20_000));
  }

  private StoreFinding look(StoreAddress address, LinkOptions patience) {
    Promise<List<StoreFinding>> done = Promise.promise();
    Context context = vertx.getOrCreateContext();
    context.runOnContext(
        v -> StoreCheck.look(vertx, context, address, patience, 0).onComplete(done));
    return Await.result(done.future()).get(0);
  }

  private Path certificate(String... more) throws Exception {
    Path store = temp.resolve("store.p12");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-alias",
                "redis",
                "-dname",
                "CN=redis",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                SECRET));
    command.addAll(List.of(more));
    Process made = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(made.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, made.waitFor(), said);
    return store;
  }

  /** Speaks TLS with a certificate of its own, and nothing else. */
  private StoreAddress tls(Path store) {
    NetServer server =
        vertx
            .createNetServer(
                new NetServerOptions()
                    .setSsl(true)
                    .setKeyCertOptions(
                        new PfxOptions().setPath(store.toString()).setPassword(SECRET)))
            .connectHandler(socket -> {});
    int port = Await.result(server.listen(0, "127.0.0.1")).actualPort();
    return new StoreAddress("127.0.0.1", port, null, SECRET, 0, true);
  }

  @Test
  @DisplayName("O11 a certificate that is signed by itself is named, with how to trust it")
  void untrusted() throws Exception {
    StoreFinding found = look(tls(certificate("-ext", "san=ip:127.0.0.1")));
    assertEquals(Kind.NOT_TRUSTED, found.kind(), found.message());
    assertTrue(found.fatal());
    assertTrue(
        found.message().contains("is not trusted by this Java")
            && found.message().contains("keytool -importcert")
            && found.message().contains("-Djavax.net.ssl.trustStore="),
        found.message());
  }

  @ParameterizedTest
  @DisplayName("O11 what else is wrong with a certificate is named")
  @CsvSource({
    "expired,has expired. Renew it",
    "early,is not valid yet. Look at the clocks",
    "name,is for another name",
    "address,is for another name"
  })
  void otherTrouble(String what, String words) {
    CertificateException trouble =
        switch (what) {
          case "expired" -> new CertificateExpiredException();
          case "early" -> new CertificateNotYetValidException();
          case "name" -> new CertificateException("No name matching redis.example found");
          default -> new CertificateException("No subject alternative names matching IP address");
        };
    SSLHandshakeException shake = new SSLHandshakeException("Failed to create SSL connection");
    shake.initCause(trouble);
    String said =
        TlsTrouble.of(shake, new StoreAddress("redis.example", 6379, null, SECRET, 0, true));
    assertTrue(said.contains(words), said);
  }

  @Test
  @DisplayName("O11 rediss:// to a server without TLS says to look at the scheme")
  void noTls() {
    try (TestRedis redis = TestRedis.start()) {
      int port = redis.address().port();
      StoreFinding found =
          look(
              new StoreAddress("127.0.0.1", port, null, TestRedis.PASSWORD, 0, true),
              LinkOptions.defaults());
      assertEquals(Kind.UNREACHABLE, found.kind(), found.message());
      assertTrue(found.message().contains("redis://"), found.message());
    }
  }

  @Test
  @DisplayName("O11 redis:// to a server with TLS says to look at the scheme")
  void tlsUnasked() throws Exception {
    StoreAddress tls = tls(certificate());
    StoreFinding found = look(new StoreAddress("127.0.0.1", tls.port(), null, SECRET, 0, false));
    assertEquals(Kind.UNREACHABLE, found.kind(), found.message());
    assertTrue(found.message().contains("rediss://"), found.message());
  }

  @Test
  @DisplayName("O11 a Redis that denies scripts says so, with the command that allows them")
  void noScripts() throws IOException {
    try (TestRedis redis = TestRedis.start()) {
      redis.call("ACL SETUSER app on >" + SECRET + " ~* &* +@all -eval -evalsha");
      StoreFinding found =
          look(new StoreAddress("127.0.0.1", redis.address().port(), "app", SECRET, 0, false));
      assertEquals(Kind.NOT_ALLOWED, found.kind(), found.message());
      assertTrue(found.message().contains("ACL SETUSER app +eval +evalsha"), found.message());
    }
  }
}
