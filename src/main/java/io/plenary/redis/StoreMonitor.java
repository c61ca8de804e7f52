package io.plenary.redis;

import io.plenary.activity.service.StoreUnavailable;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows whether the store takes writes, and keeps what it is told. Trouble shows in a refusal that
 * some connection met, in the loss of the link, or in a look once a second, which reads only. From
 * then on nothing is written but one test a second, and there is no trouble any more when that went
 * through. Runs on the link's context.
 */
public final class StoreMonitor {
  private static final Logger LOG = LoggerFactory.getLogger(StoreMonitor.class);
  private static final long LOOK_MS = 1_000;
  private static final int SETTINGS_EVERY = 5;

  /** Looks in which other nodes may find that a new server lacks something. */
  private static final int LATELY = 10;

  private final Vertx vertx;
  private final Context context;
  private final RedisLink link;
  private final StoreGate gate;
  private final StoreAddress address;
  private final Dialer dialer;
  private final Supplier<Future<String>> disk;
  private final Consumer<String> away;
  private final Runnable back;
  private final MasterWatch masters;
  private final Script write = Script.load("test_write");

  /** Null: none. */
  private @Nullable String trouble;

  private long since;

  /** Moves with every trouble that is met: a test that began before says nothing of it. */
  private long met;

  private int looks;

  /** The look before which the link was made. */
  private int changed;

  private boolean tested;
  private boolean busy;
  private boolean again;

  /**
   * @param disk what keeps the disk of the store from taking anything; null in it: nothing is known
   *     of that
   * @param away told why, each time that changes
   * @param back told once after it
   */
  public StoreMonitor(
      Vertx vertx,
      Context context,
      StoreAddress address,
      RedisLink link,
      StoreGate gate,
      Supplier<Future<String>> disk,
      Consumer<String> away,
      Runnable back) {
    this.vertx = vertx;
    this.address = address;
    this.dialer = new Dialer(vertx, context, address, LinkOptions.defaults());
    this.masters = new MasterWatch(dialer, gate);
    this.context = context;
    this.link = link;
    this.gate = gate;
    this.disk = disk;
    this.away = away;
    this.back = back;
  }

  public void start() {
    gate.onRefusal(why -> context.runOnContext(v -> refused(why.getMessage())));
    link.onDown(why -> met(why.getMessage()));
    link.onUp(
        runId -> {
          tested = false; // it may be another server, or the same with other data
          changed = looks;
          look();
        });
    vertx.setPeriodic(
        LOOK_MS,
        id -> {
          looks++;
          masters.look();
          look();
        });
  }

  private void look() {
    again = busy;
    if (busy) return;
    busy = true;
    long before = met;
    boolean whole = trouble != null || !tested;
    Future.succeededFuture()
        .compose(v -> whole ? test() : glance())
        .onComplete(
            done ->
                context.runOnContext(
                    v -> {
                      busy = false;
                      String found = done.succeeded() ? done.result() : said(done.cause());
                      if (found != null) met(found);
                      else if (before == met && whole) recovered();
                      boolean moved = before != met && trouble == null;
                      // It waited long enough, and the copy may be there any moment.
                      boolean copies = done.cause() instanceof Copies.TooFew;
                      if (copies || (again && link.isUp() && moved)) look();
                    }));
  }

  private static String said(Throwable e) {
    Refusal refusal = Refusal.of(e);
    return refusal == null
        ? "Redis does not answer as it should (" + Refusal.code(e) + ")."
        : refusal.reason();
  }

  /** Reads only. A store that does not answer is the link's to find out. */
  private Future<String> glance() {
    String outgrown = gate.outgrown();
    if (outgrown != null) return Future.succeededFuture(outgrown);
    return link.ask(Command.GET, Installation.KEY)
        .map(found -> Installation.trouble(gate.installation(), found))
        .compose(
            lost -> lost != null || !settingsDue() ? Future.succeededFuture(lost) : settings());
  }

  private boolean settingsDue() {
    boolean lately = gate.copies() > 0 && looks <= changed + LATELY;
    return lately || looks % SETTINGS_EVERY == 0;
  }

  private Future<String> settings() {
    return eachServer(
        server ->
            server
                .ask(Command.INFO, "memory")
                .map(reply -> StoreCheck.evicting(new ServerInfo(reply.toString())))
                .compose(
                    wrong ->
                        wrong != null
                            ? Future.succeededFuture(wrong)
                            : gate.lineage(server.keys().epoch())
                                .look(server)
                                .map(v -> (String) null)));
  }

  /** What is wrong with the first that something is wrong with; null in it: nothing. */
  private Future<String> eachServer(Function<ServerLink, Future<String>> look) {
    return Future.all(link.servers().stream().map(look).toList())
        .map(all -> all.<String>list().stream().filter(Objects::nonNull).findFirst().orElse(null));
  }

  private Future<String> writes() {
    return eachServer(
        server ->
            server
                .ask(write.bySource(List.of(server.keys().test()), List.of()))
                .map(ok -> (String) null));
  }

  /** Everything that has to hold, the write last. */
  private Future<String> test() {
    return disk.get()
        .compose(
            full -> {
              if (full != null) return Future.succeededFuture(full);
              if (!link.isUp()) return Future.succeededFuture(link.reason().getMessage());
              return rights();
            })
        .compose(wrong -> wrong != null ? Future.succeededFuture(wrong) : glance())
        .compose(wrong -> wrong != null ? Future.succeededFuture(wrong) : settings())
        .compose(wrong -> wrong != null ? Future.succeededFuture(wrong) : connected())
        .compose(wrong -> wrong != null ? Future.succeededFuture(wrong) : writes());
  }

  /** Votes come over every connection, so each of them must be there. */
  private Future<String> connected() {
    return gate.connected()
        .transform(all -> Future.succeededFuture(all.failed() ? all.cause().getMessage() : null));
  }

  /** On connections of its own. */
  private Future<String> rights() {
    return dialer
        .dialAll()
        .compose(
            wires ->
                Future.all(
                        wires.stream()
                            .map(wire -> AclCheck.lacking(link.pubSub, wire.connection()::send))
                            .toList())
                    .onComplete(done -> wires.forEach(StoreConnection::close)))
        .map(
            all ->
                all.<List<String>>list().stream()
                    .filter(lacking -> !lacking.isEmpty())
                    .findFirst()
                    .map(lacking -> AclCheck.words(address.user(), lacking))
                    .orElse(null));
  }

  /** What some connection was refused says less than a test that comes after it. */
  private void refused(String why) {
    met++;
    if (trouble == null || why.startsWith(Installation.LOST_BEGINS)) met(why);
    look();
  }

  private void met(String why) {
    met++;
    boolean first = trouble == null;
    gate.shut(new StoreUnavailable(why), why.startsWith(Installation.LOST_BEGINS));
    if (why.equals(trouble)) return;
    trouble = why;
    if (first) since = System.nanoTime();
    LOG.error("Votes cannot be stored: {}", why);
    away.accept(why);
  }

  private void recovered() {
    tested = true;
    gate.open();
    if (trouble == null) return;
    LOG.info(
        "Votes can be stored again, after {} ms",
        TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - since));
    trouble = null;
    back.run();
  }
}
