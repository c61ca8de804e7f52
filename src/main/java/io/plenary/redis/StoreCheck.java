package io.plenary.redis;

import io.plenary.redis.StoreFinding.Kind;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Looks at an external Redis before anything is promised on it. */
public final class StoreCheck {
  private static final int OLDEST_MAJOR = 7;

  private StoreCheck() {}

  /**
   * Call it on {@code context}. Completes with what was found, the worst first; never fails.
   *
   * @param options give it a connect timeout of some seconds: the first TLS handshake of a cold JVM
   *     alone may take two
   * @param copies replicas that must confirm what is written
   */
  public static Future<List<StoreFinding>> look(
      Vertx vertx, Context context, StoreAddress address, LinkOptions options, int copies) {
    Dialer dialer = new Dialer(vertx, context, address, options);
    return dialer
        .dialAll()
        .compose(wires -> each(wires, address, options, copies))
        .recover(
            e ->
                Future.succeededFuture(
                    List.of(
                        unreachable(
                            address,
                            e instanceof TimeoutException
                                ? "it does not answer"
                                : String.valueOf(e.getMessage())))))
        .eventually(dialer::close);
  }

  /** Of every master. What several lack is said of the first. */
  private static Future<List<StoreFinding>> each(
      List<StoreConnection> wires, StoreAddress address, LinkOptions options, int copies) {
    List<Future<List<StoreFinding>>> all =
        wires.stream()
            .map(
                wire ->
                    settings(wire)
                        .map(settings -> judge(place(wire, address), wire.info(), settings))
                        .compose(found -> copies(wire, address, copies, found))
                        .compose(found -> rights(wire, address, found))
                        .timeout(options.commandTimeoutMs(), TimeUnit.MILLISECONDS))
            .toList();
    return Future.all(all)
        .map(
            found -> {
              List<StoreFinding> said = new ArrayList<>();
              for (List<StoreFinding> some : found.<List<StoreFinding>>list()) {
                Set<Kind> before =
                    said.stream().map(StoreFinding::kind).collect(Collectors.toSet());
                some.stream().filter(one -> !before.contains(one.kind())).forEach(said::add);
              }
              return said;
            });
  }

  private static String place(StoreConnection wire, StoreAddress address) {
    return address.cluster() == null ? address.place() : wire.place();
  }

  /** Waits for them as every write will. What else is wrong is said first. */
  private static Future<List<StoreFinding>> copies(
      StoreConnection wire, StoreAddress address, int copies, List<StoreFinding> found) {
    if (copies == 0 || found.stream().anyMatch(StoreFinding::fatal)) {
      return Future.succeededFuture(found);
    }
    return Copies.confirmed(wire, copies, wire.keys())
        .transform(
            done -> {
              if (done.cause() instanceof Copies.TooFew few) {
                found.add(0, new StoreFinding(Kind.TOO_FEW_COPIES, few.getMessage()));
              } else if (done.failed()) {
                String right = Copies.right(wire.info());
                found.add(
                    0,
                    new StoreFinding(
                        Kind.NOT_ALLOWED, AclCheck.words(address.user(), List.of(right))));
              }
              return Future.succeededFuture(found);
            });
  }

  private static Future<List<StoreFinding>> rights(
      StoreConnection wire, StoreAddress address, List<StoreFinding> found) {
    if (found.stream().anyMatch(finding -> finding.kind() == Kind.TOO_OLD)) {
      return Future.succeededFuture(found);
    }
    return AclCheck.lacking(PubSub.of(address), wire.connection()::send)
        .map(
            lacking -> {
              if (!lacking.isEmpty()) {
                found.add(
                    0, new StoreFinding(Kind.NOT_ALLOWED, AclCheck.words(address.user(), lacking)));
              }
              return found;
            });
  }

  /**
   * @param fsync null when CONFIG is not allowed
   */
  private record Settings(@Nullable String fsync) {}

  private static Future<Settings> settings(StoreConnection wire) {
    return wire.connection()
        .send(Request.cmd(Command.CONFIG).arg("GET").arg("appendfsync"))
        .map(reply -> value(reply, "appendfsync"))
        .otherwise((String) null)
        .map(Settings::new);
  }

  private static @Nullable String value(Response reply, String name) {
    Response value = reply == null ? null : reply.get(name);
    return value == null ? null : value.toString();
  }

  private static StoreFinding unreachable(StoreAddress address, String why) {
    if (why.contains("password")) {
      return new StoreFinding(
          Kind.WRONG_PASSWORD,
          "Redis at "
              + address.place()
              + " refuses the sign-in ("
              + why
              + "). Check user and password in REDIS_URL.");
    }
    if (why.contains("replica")) return replica(address.place());
    if (why.startsWith(TlsTrouble.BEGINS)) {
      return new StoreFinding(Kind.NOT_TRUSTED, why);
    }
    return new StoreFinding(
        Kind.UNREACHABLE,
        "Redis at "
            + address.place()
            + " cannot be used ("
            + why
            + "). Check that it runs, and the host, port and scheme (redis:// or rediss://) in"
            + " REDIS_URL.");
  }

  private static StoreFinding replica(String place) {
    return new StoreFinding(
        Kind.REPLICA,
        "Redis at " + place + " is a read-only replica. Let REDIS_URL name its primary.");
  }

  private static List<StoreFinding> judge(String place, ServerInfo info, Settings settings) {
    List<StoreFinding> found = new ArrayList<>();
    String name = "Redis at " + place;
    if (major(info.version()) < OLDEST_MAJOR) {
      found.add(
          new StoreFinding(
              Kind.TOO_OLD,
              name
                  + " is version "
                  + info.version()
                  + "; Plenary needs 7.0 or newer. Upgrade it, or leave REDIS_URL out"
                  + " to use the built-in one."));
    }
    if (!"1".equals(info.get("aof_enabled"))) {
      found.add(
          new StoreFinding(
              Kind.NOT_PERSISTING,
              name
                  + " does not keep what it is told (appendonly no): votes would be lost when it"
                  + " stops. Set \"appendonly yes\" and \"appendfsync always\" in its settings."));
    } else if (settings.fsync == null) {
      found.add(
          new StoreFinding(
              Kind.FSYNC_UNKNOWN,
              name
                  + " does not let us see appendfsync. Make sure it is \"always\": with anything"
                  + " else, votes already confirmed can be lost when the machine stops."));
    } else if (!settings.fsync.equals("always")) {
      found.add(
          new StoreFinding(
              Kind.FSYNC_NOT_ALWAYS,
              name
                  + " has \"appendfsync "
                  + settings.fsync
                  + "\": votes already confirmed can be lost when the"
                  + " machine stops. Set it to \"always\"."));
    }
    String evicting = evicting(info);
    if (evicting != null) found.add(new StoreFinding(Kind.EVICTING, evicting));
    return found;
  }

  /**
   * What is wrong with how a server makes room when its memory is full; null: nothing, or it does
   * not say.
   */
  static @Nullable String evicting(ServerInfo info) {
    String policy = info.get("maxmemory_policy");
    return policy.isEmpty() || policy.equals("noeviction")
        ? null
        : "Redis may delete votes when its memory is full (maxmemory-policy "
            + policy
            + "). Run: CONFIG SET maxmemory-policy noeviction (and set it in its settings file).";
  }

  /** A version nobody can read is not held against the server. */
  private static int major(String version) {
    String digits = version.replaceAll("\\..*", "");
    return digits.matches("\\d{1,6}") ? Integer.parseInt(digits) : OLDEST_MAJOR;
  }
}
