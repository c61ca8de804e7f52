package io.plenary.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BadSettingsTest {
  @TempDir Path dir;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          host              | two words       | not a host name
          port              | 65536           | 65536 is too large
          port              | -1              | -1 is too small
          port              | http            | 'http' is not a whole number
          port              | 99999999999999999999 | is not a whole number
          public-url        | vote.example.org | does not begin with http:// or https://
          public-url        | http://         | is not an address
          public-url        | http:///x       | has no host name
          public-url        | https://vote.example.org/plenary | more than a host and a port
          public-url        | https://vote.example.org:70000 | a port that does not exist
          trust-proxy       | yes             | 'yes' is neither true nor false
          event-loops       | 0               | 0 is too small
          event-loops       | 65              | 65 is too large
          redis-accept-loss | 1               | '1' is neither true nor false
          example           | no              | 'no' is neither true nor false
          simulate          | 2001            | 2001 is too large
          grace             | 61s             | 61s is too long
          grace             | 5               | '5' is not a number followed by a unit, such as 5s
          grace             | 1.5s            | '1.5s' is not a number followed by a unit
          tick              | 19ms            | 19ms is too short
          tick              | 3s              | 3s is too long
          batch-size        | 0               | 0 is too small
          max-phones        | 1000001         | 1000001 is too large
          session-lifetime  | 1m              | 1m is too short
          session-lifetime  | 91d             | 91d is too long
          oidc-issuer       | http://login.example.org | does not begin with https://
          oidc-issuer       | https://login.example.org?x=1 | more than a host, a port and a path
          oidc-issuer       | https:///x      | has no host name
          """)
  void aBadValueIsNamedWithWhatIsAllowed(String name, String value, String problem) {
    String allowed =
        Declared.ALL.stream()
            .filter(setting -> setting.name().equals(name))
            .findFirst()
            .orElseThrow()
            .type()
            .allowed();
    String byOption = LoadedBy.refusal(dir, Map.of(), "--" + name + "=" + value);
    String byEnv = LoadedBy.refusal(dir, Map.of(Setting.envName(name), value));
    assertTrue(
        byOption.startsWith("--" + name + ": ")
            && byOption.contains(problem)
            && byOption.contains("Allowed: " + allowed),
        byOption);
    assertTrue(byEnv.startsWith(Setting.envName(name) + ": ") && byEnv.contains(problem), byEnv);
  }

  @ParameterizedTest
  @CsvSource({
    "http://opensesame@db,does not begin with",
    "redis://u:opense^same@db,is not an address",
    "redis://:opensesame@,has no host name",
    "redis://u:opensesame@under_score,has no host name",
    "redis://u:opensesame@db:0,a port that does not exist",
    "redis://u:opensesame@db/one,has more after the host",
    "redis://opensesame@db/1?x=opensesame,has more after the host",
    "redis-sentinel://:opense^same@db,does not name the master",
    "redis-sentinel://:opensesame@db:0?master=m,a port that does not exist",
    "redis-sentinel://:opensesame@d_b!?master=m,has a host that is none",
    "redis-sentinel://:opensesame@db/one?master=m,has more after the hosts",
    "redis-sentinel://db?master=m&password=opensesame,an option that nobody knows",
    "redis-cluster://:opense^same@db:0,a port that does not exist",
    "redis-cluster://:opensesame@d_b!,has a host that is none",
    "redis-cluster://:opensesame@db/1,has more after the hosts"
  })
  void aSecretIsNeverPrinted(String value, String problem) {
    for (String refusal :
        new String[] {
          LoadedBy.refusal(dir, Map.of("REDIS_URL", value)),
          LoadedBy.refusal(dir, Map.of(), "--redis-url", value),
          LoadedBy.refusal(dir, Map.of(), "--redis-url", value, "--redis-url", value),
          LoadedBy.refusal(dir, Map.of(), "--redis-ulr", value),
          LoadedBy.refusal(dir, Map.of(), "--redis-ulr=" + value),
          LoadedBy.refusal(dir, Map.of(), value)
        }) {
      assertFalse(refusal.contains("opense"), refusal);
    }
    String refusal = LoadedBy.refusal(dir, Map.of("REDIS_URL", value));
    assertTrue(refusal.startsWith("REDIS_URL ") && refusal.contains(problem), refusal);
  }

  @Test
  void aProviderIsSetWholeOrNotAtAll() {
    Map<String, String> secret = Map.of("PLENARY_OIDC_CLIENT_SECRET", "opensesame");
    String refusal = LoadedBy.refusal(dir, secret, "--oidc-client-id=plenary");
    for (String missing : new String[] {"oidc-issuer", "public-url"}) {
      assertTrue(
          refusal.contains("Signing in by a provider needs " + missing + " as well."), refusal);
    }
    assertFalse(refusal.contains("opensesame"), refusal);
    Settings.Provider provider =
        LoadedBy.settings(
                dir,
                secret,
                "--oidc-client-id=plenary",
                "--public-url=https://vote.example.org",
                "--oidc-issuer=https://login.example.org/main/")
            .provider()
            .orElseThrow();
    assertEquals(
        new Settings.Provider(
            "https://login.example.org/main", "plenary", "opensesame", "login.example.org"),
        provider);
    assertFalse(provider.toString().contains("opensesame"));
  }

  @ParameterizedTest
  @CsvSource({
    "--prot=8081,--prot,--port",
    "--prot 8081,--prot,--port",
    "--batchsize 3,--batchsize,--batch-size",
    "--hepl,--hepl,--help",
    "--simulate --prot,--prot,--port",
    "--port --grase,--grase,--grace"
  })
  void anUnknownOptionSuggestsTheNearest(String line, String named, String meant) {
    String refusal = LoadedBy.refusal(dir, Map.of(), line.split(" "));
    assertTrue(
        refusal.startsWith("Unknown option " + named + ". Did you mean " + meant + "?"), refusal);
  }

  @Test
  void whatResemblesNothingGetsNoSuggestion() {
    assertTrue(
        LoadedBy.refusal(dir, Map.of(), "--xyzzyxyzzy")
            .startsWith("Unknown option --xyzzyxyzzy." + System.lineSeparator()));
    assertTrue(
        LoadedBy.refusal(dir, Map.of(), "start").startsWith("Unexpected word on the command line"));
    assertTrue(LoadedBy.refusal(dir, Map.of(), "--port").contains("--port"));
  }

  @Test
  void anUnknownVariableSuggestsTheNearest() {
    String refusal =
        LoadedBy.refusal(
            dir, Map.of("PLENARY_BATCHSIZE", "3", "HOME", "/home", "REDIS_HOST", "elsewhere"));
    assertTrue(
        refusal.startsWith(
            "Unknown environment variable PLENARY_BATCHSIZE. Did you mean PLENARY_BATCH_SIZE?"),
        refusal);
    assertFalse(refusal.contains("HOME") || refusal.contains("REDIS_HOST"), refusal);
    assertTrue(
        LoadedBy.refusal(dir, Map.of("PLENARY_SERVICE_HOST", "10.0.0.1"))
            .contains("enableServiceLinks: false"));
  }

  @Test
  void aFileIsReadStrictly() throws IOException {
    assertTrue(file("bach-size = 3\n").contains("bach-size. Did you mean batch-size?"));
    assertTrue(file("Port = 3\n").contains("Port. Did you mean port?"));
    assertTrue(file("config = x\n").contains("config."));
    assertTrue(file("port = 1\nport = 2\n").startsWith("port stands more than once in "));
    assertTrue(
        file("port =\n").startsWith("port in ") && file("port =\n").contains("has no value"));
    assertTrue(
        file("port = x\n").startsWith("port in ")
            && file("port = x\n").contains("plenary.properties: 'x' is not a whole number"));
    assertTrue(file("host = \\uzzzz\n").contains("four hexadecimal digits"));
    Files.write(dir.resolve("plenary.properties"), new byte[] {'h', '=', (byte) 0xff});
    assertTrue(LoadedBy.refusal(dir, Map.of()).contains("is not text in UTF-8"));
  }

  private String file(String lines) throws IOException {
    Files.writeString(dir.resolve("plenary.properties"), lines);
    return LoadedBy.refusal(dir, Map.of());
  }

  @Test
  void aMissingFileIsSaid() {
    assertTrue(
        LoadedBy.refusal(dir, Map.of(), "--config", "none.properties")
            .startsWith("There is no file "));
    assertTrue(
        LoadedBy.refusal(dir, Map.of("PLENARY_CONFIG", "none.properties"))
            .startsWith("There is no file "));
    assertTrue(
        LoadedBy.refusal(dir, Map.of(), "--config", "nul\0")
            .startsWith("The name of the settings file"));
  }

  @Test
  void allProblemsAreSaidAtOnce() {
    String refusal =
        LoadedBy.refusal(
            dir, Map.of("PLENARY_TICK", "x", "PLENARY_X", "1"), "--port=x", "--prot=1");
    String kinds =
        Arrays.stream(refusal.split(System.lineSeparator()))
            .map(line -> line.split("[ :]")[0])
            .collect(Collectors.joining(" "));
    assertEquals("Unknown Unknown --port PLENARY_TICK Run", kinds, refusal);
  }
}
