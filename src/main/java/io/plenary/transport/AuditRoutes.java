package io.plenary.transport;

import io.plenary.activity.service.EventCache;
import io.plenary.activity.service.EventStore.LoadedEvent;
import io.plenary.export.Csv;
import io.plenary.identity.Account;
import io.plenary.identity.AuditLog;
import io.plenary.identity.AuditLog.Entry;
import io.plenary.identity.AuditStore;
import io.plenary.identity.Staff;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The audit log as the owner of the server reads it. Who and what is named as it is called now;
 * what is gone has its id alone.
 */
final class AuditRoutes {
  private static final int PAGE = 100;
  private final AuditLog log;
  private final Staff staff;
  private final EventCache board;

  AuditRoutes(AuditLog log, Staff staff, EventCache board) {
    this.log = log;
    this.staff = staff;
    this.board = board;
  }

  void mount(Router router) {
    router.get("/api/v1/audit").handler(ctx -> Http.answer(ctx, page(before(ctx))));
    router.get("/api/v1/audit.csv").handler(this::file);
  }

  private static @Nullable String before(RoutingContext ctx) {
    String before = ctx.request().getParam("before");
    if (before == null) return null;
    if (before.matches("\\d{1,16}-\\d{1,10}")) return before;
    throw HttpError.field("before", "The field before is the next of a page.");
  }

  /** Names by id; of what is gone none. */
  private record Names(Map<String, String> accounts, Map<String, String> events) {}

  private Future<JsonObject> page(@Nullable String before) {
    return log.read(before, PAGE)
        .compose(
            entries ->
                names(entries)
                    .map(
                        names ->
                            new JsonObject()
                                .put(
                                    "entries",
                                    new JsonArray(
                                        entries.stream().map(e -> written(e, names)).toList()))
                                .put(
                                    "next",
                                    entries.size() < PAGE
                                        ? null
                                        : entries.get(entries.size() - 1).id())));
  }

  private static JsonObject written(Entry entry, Names names) {
    AuditLog.Deed deed = entry.deed();
    return new JsonObject()
        .put("at", entry.at().toString())
        .put("act", wire(deed.act()))
        .put("by", named(deed.by(), names.accounts))
        .put("account", named(deed.account(), names.accounts))
        .put("event", named(deed.event(), names.events))
        .put("detail", deed.detail());
  }

  private static @Nullable JsonObject named(String id, Map<String, String> names) {
    return id.isEmpty() ? null : new JsonObject().put("id", id).put("name", names.get(id));
  }

  /** {@code signedIn} */
  private static String wire(AuditLog.Act act) {
    StringBuilder out = new StringBuilder();
    for (String word : act.name().toLowerCase(Locale.ROOT).split("_")) {
      out.append(out.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
    }
    return out.toString();
  }

  private Future<Names> names(List<Entry> entries) {
    return resolved(
            entries.stream().flatMap(e -> Stream.of(e.deed().by(), e.deed().account())),
            id -> staff.account(id).map(found -> found.map(Account::name)))
        .compose(
            accounts ->
                resolved(entries.stream().map(e -> e.deed().event()), this::eventName)
                    .map(events -> new Names(accounts, events)));
  }

  private Future<Optional<String>> eventName(String id) {
    return board
        .get(id)
        .otherwise((LoadedEvent) null)
        .map(
            loaded ->
                loaded == null
                    ? Optional.empty()
                    : Optional.of(loaded.state().event().details().name()));
  }

  private static Future<Map<String, String>> resolved(
      Stream<String> ids, Function<String, Future<Optional<String>>> name) {
    List<String> wanted = ids.filter(id -> !id.isEmpty()).distinct().toList();
    List<Future<Optional<String>>> found = wanted.stream().map(name).toList();
    return Future.all(new ArrayList<>(found))
        .map(
            all -> {
              Map<String, String> names = new HashMap<>();
              for (int i = 0; i < wanted.size(); i++) {
                Optional<String> one = all.resultAt(i);
                if (one.isPresent()) names.put(wanted.get(i), one.get());
              }
              return names;
            });
  }

  private void file(RoutingContext ctx) {
    log.read(null, AuditStore.MOST)
        .compose(entries -> names(entries).map(names -> csv(entries, names)))
        .onSuccess(
            bytes ->
                ctx.response()
                    .putHeader("content-type", "text/csv; charset=utf-8")
                    .putHeader("content-disposition", "attachment; filename=\"plenary-audit.csv\"")
                    .putHeader("cache-control", "no-store")
                    .end(Buffer.buffer(bytes)))
        .onFailure(e -> Http.fail(ctx, e));
  }

  private static byte[] csv(List<Entry> entries, Names names) {
    Csv csv =
        new Csv(
            "at_utc", "act", "by", "by_id", "account", "account_id", "event", "event_id", "detail");
    for (Entry entry : entries) {
      AuditLog.Deed deed = entry.deed();
      csv.row(
          entry.at().atOffset(ZoneOffset.UTC),
          wire(deed.act()),
          names.accounts.get(deed.by()),
          deed.by(),
          names.accounts.get(deed.account()),
          deed.account(),
          names.events.get(deed.event()),
          deed.event(),
          deed.detail());
    }
    return csv.bytes();
  }
}
