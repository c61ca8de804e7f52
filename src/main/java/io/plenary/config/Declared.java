package io.plenary.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Every setting there is. A setting is added here and nowhere else; the tests then ask for {@code
 * src/docs/settings.md}.
 */
final class Declared {
  private static final String WEB = "Web server";
  private static final String STORE = "Store";
  private static final String START = "Trying it out";
  private static final String OPERATION = "Operation";
  private static final String EVENT = "Voting and events";
  private static final String SIGN_IN = "Signing in by a provider";

  static final Setting<String> HOST =
      Setting.of(
          WEB,
          "host",
          ValueTypes.host(),
          "0.0.0.0",
          "Address to listen on. 127.0.0.1 lets only this machine in.");
  static final Setting<Integer> PORT =
      Setting.of(
          WEB,
          "port",
          ValueTypes.number(0, 65_535, "0 takes any free port"),
          "8080",
          "Port to listen on.");
  static final Setting<URI> PUBLIC_URL =
      Setting.optional(
          WEB,
          "public-url",
          new PublicUrlType(),
          "http, the address of this machine in its network, and the port",
          "Address that people type and that the QR code holds. Set it when Plenary stands behind a"
              + " proxy or has a name.");
  static final Setting<Boolean> TRUST_PROXY =
      Setting.of(
              WEB,
              "trust-proxy",
              ValueTypes.flag(),
              "false",
              "Believe the proxy in front: the last value of the last X-Forwarded-For line is whose"
                  + " failed codes and sign-ins are counted. One proxy, which sets or appends it"
                  + " itself, or anyone can pretend to be anywhere. A port behind the address is"
                  + " ignored, and so are Forwarded and every other header.")
          .bare("true");
  static final Setting<Integer> EVENT_LOOPS =
      Setting.optional(
          WEB,
          "event-loops",
          ValueTypes.number(1, 64, ""),
          "the number of cores, at most 8",
          "Threads that serve connections.");

  static final Setting<Path> DATA =
      Setting.of(
          STORE,
          "data",
          ValueTypes.folder(),
          "data",
          "Folder of the embedded Redis. Back it up; only one server may use it at a time.");
  static final Setting<RedisServerType.Server> REDIS_SERVER =
      Setting.optional(
          STORE,
          "redis-server",
          new RedisServerType(),
          "the one the data folder was used with; in a new one the built-in",
          "Program of the embedded Redis. newest takes the newest of the built-in one and those in"
              + " /usr/bin, /usr/local/bin and /opt/homebrew/bin. The choice is kept in the data"
              + " folder; going back to an older one is refused.");
  static final Setting<RedisUrl> REDIS_URL =
      Setting.optional(
              STORE,
              "redis-url",
              new RedisUrlType(),
              "none: a Redis of its own, in the data folder",
              "Use this Redis instead of the embedded one. With Sentinel, name the Sentinels and"
                  + " the master: the server follows it from one machine to the next. User and"
                  + " password before the @ are the store's, those of the Sentinels follow as"
                  + " &sentinel-user=...&sentinel-password=... (special characters as %XX). Of a"
                  + " Cluster, name some servers: they tell of the others. Give it by environment"
                  + " or file: a command line is visible to others on the machine.")
          .alsoEnv("REDIS_URL");
  static final Setting<Integer> STORE_COPIES =
      Setting.of(
          STORE,
          "store-copies",
          ValueTypes.number(0, 2, "0 waits for none"),
          "0",
          "Replicas of the external Redis that must confirm what is written before anybody is told"
              + " that it is stored; on their disks, where Redis can say so (7.2 and newer)."
              + " Without, a failover can lose votes that were acknowledged. Have one replica more"
              + " than this, or voting stops while one is away.");
  static final Setting<Boolean> REDIS_ACCEPT_LOSS =
      Setting.of(
              STORE,
              "redis-accept-loss",
              ValueTypes.flag(),
              "false",
              "Start although the external Redis may lose votes that were acknowledged (it does not"
                  + " write each one to disk).")
          .bare("true");

  static final Setting<Boolean> EXAMPLE =
      Setting.of(
              START,
              "example",
              ValueTypes.flag(),
              "true",
              "Make the example event when there is no event yet.")
          .bare("true");
  static final Setting<Integer> SIMULATE =
      Setting.of(
              START,
              "simulate",
              ValueTypes.number(0, 2000, "0 simulates nobody"),
              "0",
              "Play the example event with this many simulated phones over real connections; 200"
                  + " when no number is given.")
          .bare("200");

  static final Setting<Boolean> WARM_UP =
      Setting.of(
              START,
              "warm-up",
              ValueTypes.flag(),
              "true",
              "Play a small event to itself in the first seconds, so that the first hall that joins"
                  + " meets a server that is warm. It is in no list and leaves nothing; nothing is"
                  + " played once somebody is there.")
          .bare("true");
  static final Setting<Boolean> CHECK =
      Setting.of(
              START,
              "check",
              ValueTypes.flag(),
              "false",
              "Start, wait until everything is ready, and stop again: exit code 0 says that these"
                  + " settings work.")
          .bare("true");

  static final Setting<Duration> GRACE =
      Setting.of(
          EVENT,
          "grace",
          ValueTypes.duration(Duration.ZERO, Duration.ofSeconds(60)),
          "15s",
          "How long after the lock a vote still counts that was cast before it.");
  static final Setting<Duration> TICK =
      Setting.of(
          EVENT,
          "tick",
          ValueTypes.duration(Duration.ofMillis(20), Duration.ofSeconds(2)),
          "100ms",
          "Pause between two updates of the numbers on a screen. Phones get every fifth.");
  static final Setting<Integer> BATCH_SIZE =
      Setting.of(
          EVENT,
          "batch-size",
          ValueTypes.number(1, 4096, ""),
          "256",
          "Most votes written to Redis at once.");
  static final Setting<Integer> MAX_PHONES =
      Setting.of(
          EVENT,
          "max-phones",
          ValueTypes.number(1, 1_000_000, ""),
          "20000",
          "Most people connected to one event at once. While there is room, one person may have it"
              + " open in up to 8 tabs; further tabs give way to people who come.");
  static final Setting<Duration> SESSION_LIFETIME =
      Setting.of(
          EVENT,
          "session-lifetime",
          ValueTypes.duration(Duration.ofMinutes(5), Duration.ofDays(90)),
          "14d",
          "How long an organiser stays signed in without using Plenary.");

  static final Setting<Duration> FINALISE_AFTER =
      Setting.of(
          EVENT,
          "finalise-after",
          ValueTypes.duration(Duration.ZERO, Duration.ofDays(365)),
          "48h",
          "How long after the end of an event's last day its polls are finalised by themselves:"
              + " from then on nobody can find out who voted what. A poll that was opened or locked"
              + " later waits as long from then on. 0s: only by hand.");

  static final Setting<URI> OIDC_ISSUER =
      Setting.optional(
          SIGN_IN,
          "oidc-issuer",
          new IssuerType(),
          "none: e-mail address and password alone",
          "Organisers may sign in at this OpenID Connect provider as well. It needs the other three"
              + " settings of its kind and public-url; at the provider, allow PUBLIC-URL"
              + "/api/v1/provider/back. Who has an account here is known the first time by the"
              + " address that the provider verified.");
  static final Setting<String> OIDC_CLIENT_ID =
      Setting.optional(
          SIGN_IN,
          "oidc-client-id",
          ValueTypes.text(200),
          "none",
          "What the provider calls this server.");
  static final Setting<String> OIDC_CLIENT_SECRET =
      Setting.optional(
          SIGN_IN,
          "oidc-client-secret",
          ValueTypes.secret(500),
          "none",
          "What the provider knows this server by. Give it by environment or file: a command line"
              + " is visible to others on the machine.");
  static final Setting<String> OIDC_NAME =
      Setting.optional(
          SIGN_IN,
          "oidc-name",
          ValueTypes.text(40),
          "the host of the issuer",
          "What people call the provider: Sign in with NAME.");

  static final Setting<Duration> AUDIT_LOG_LIFETIME =
      Setting.of(
          EVENT,
          "audit-log-lifetime",
          ValueTypes.duration(Duration.ofDays(1), Duration.ofDays(3650)),
          "180d",
          "How long it is kept what staff did, for the owner to read: sign-ins, passwords, links,"
              + " roles, exports, events that were finalised or deleted. 10,000 entries at most.");

  static final Setting<String> MANAGEMENT_HOST =
      Setting.of(
          OPERATION,
          "management-host",
          ValueTypes.host(),
          "127.0.0.1",
          "Address of the management port. It asks for no password: keep it where only you and your"
              + " monitoring get to.");
  static final Setting<Integer> MANAGEMENT_PORT =
      Setting.of(
          OPERATION,
          "management-port",
          ValueTypes.number(-1, 65_535, "0 takes any free port, -1 opens none"),
          "9464",
          "Port of /metrics (for Prometheus), /health/live and /health/ready. When it is taken,"
              + " Plenary says so and runs without.");
  static final Setting<String> LOG_FORMAT =
      Setting.of(
          OPERATION,
          "log-format",
          ValueTypes.oneOf("text", "json"),
          "text",
          "text for people, json for machines: one object per line.");

  /** In the order of the help. */
  static final List<Setting<?>> ALL =
      List.of(
          HOST,
          PORT,
          PUBLIC_URL,
          TRUST_PROXY,
          EVENT_LOOPS,
          DATA,
          REDIS_SERVER,
          REDIS_URL,
          STORE_COPIES,
          REDIS_ACCEPT_LOSS,
          EXAMPLE,
          SIMULATE,
          WARM_UP,
          CHECK,
          GRACE,
          TICK,
          BATCH_SIZE,
          MAX_PHONES,
          SESSION_LIFETIME,
          FINALISE_AFTER,
          AUDIT_LOG_LIFETIME,
          OIDC_ISSUER,
          OIDC_CLIENT_ID,
          OIDC_CLIENT_SECRET,
          OIDC_NAME,
          MANAGEMENT_HOST,
          MANAGEMENT_PORT,
          LOG_FORMAT);

  private Declared() {}
}
