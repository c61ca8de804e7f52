package io.plenary;

import io.plenary.activity.service.EventIndex.Listed;
import io.plenary.activity.service.EventIndex.Query;
import io.plenary.activity.service.EventStore.LoadedEvent;
import io.plenary.activity.service.JoinAddress;
import io.plenary.activity.service.NewerStore;
import io.plenary.activity.service.RoomLinks;
import io.plenary.config.Settings;
import io.plenary.identity.Account;
import io.plenary.identity.AccountLink.Kind;
import io.plenary.identity.AccountLinks;
import io.plenary.identity.AuditLog;
import io.plenary.identity.AuditLog.Act;
import io.plenary.identity.AuditLog.Deed;
import io.plenary.identity.EmailAddress;
import io.plenary.identity.Entropy;
import io.plenary.identity.Ids;
import io.plenary.identity.JoinCode;
import io.plenary.identity.MacKey;
import io.plenary.identity.SharedLimits;
import io.plenary.kinds.KindRegistry;
import io.plenary.limit.Spending;
import io.plenary.metrics.StoreMeters;
import io.plenary.redis.LinkOptions;
import io.plenary.redis.RedisLink;
import io.plenary.redis.store.ActivityFormats;
import io.plenary.redis.store.RedisEventIndex;
import io.plenary.redis.store.RedisNodeStore;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.PrintStream;
import java.security.SecureRandom;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Commands for whoever has the machine. They work on the server's own store, while it runs or not,
 * and print links: {@code sign-in-link EMAIL}, {@code reset-password EMAIL}, {@code links [EVENT]}.
 */
final class StoreCommands {
  private static final String SIGN_IN = "sign-in-link";
  private static final String RESET = "reset-password";
  private static final String REMOVE_FACTOR = "remove-second-factor";
  private static final String LINKS = "links";
  static final Set<String> NAMES = Set.of(SIGN_IN, RESET, REMOVE_FACTOR, LINKS);

  private static final long STORE_WITHIN_S = 10;
  private static final int PAGE = 20;

  /**
   * What was asked for.
   *
   * @param word behind the name; empty when there is none
   * @param settings the rest
   */
  record Call(String name, String word, String[] settings) {
    static Call of(String[] args) {
      boolean word = args.length > 1 && !args[1].startsWith("-");
      return new Call(
          args[0], word ? args[1] : "", Arrays.copyOfRange(args, word ? 2 : 1, args.length));
    }
  }

  private final Vertx vertx;
  private final Store store;
  private final Settings settings;
  private final ActivityFormats formats;
  private final PrintStream out;
  private final Entropy entropy = new SecureRandom()::nextBytes;

  StoreCommands(Vertx vertx, Store store, Settings settings, KindRegistry kinds, PrintStream out) {
    this.vertx = vertx;
    this.store = store;
    this.settings = settings;
    this.formats = new ActivityFormats(kinds.formats());
    this.out = out;
  }

  /** Fails with {@link StartFailure}, which says what to do. */
  Future<Void> run(Call call) {
    if (call.word.isEmpty() && !call.name.equals(LINKS)) {
      return refuse("Name the account by its e-mail address: plenary " + call.name + " EMAIL");
    }
    RedisLink link =
        RedisLink.open(
            vertx,
            vertx.getOrCreateContext(),
            store.address(),
            LinkOptions.defaults(),
            StoreMeters.unread(),
            store.gate());
    return link.ready()
        .timeout(STORE_WITHIN_S, TimeUnit.SECONDS)
        .recover(
            e ->
                refuse(
                    "Redis did not answer within " + STORE_WITHIN_S + " s. Does the server run?"))
        .compose(v -> store.recognise(vertx, link))
        .compose(v -> known(link))
        .compose(v -> run(call, link))
        .eventually(link::close);
  }

  private static Future<Void> known(RedisLink link) {
    return new RedisNodeStore(link)
        .check()
        .recover(
            e ->
                e instanceof NewerStore newer
                    ? refuse(newer.getMessage())
                    : Future.failedFuture(e));
  }

  private Future<Void> run(Call call, RedisLink link) {
    Stores stores = Stores.on(link, entropy, formats);
    return stores
        .address()
        .noted()
        .map(this::base)
        .compose(
            base ->
                call.name.equals(LINKS)
                    ? links(stores, link, base, call.word)
                    : intoAccount(stores, base, call));
  }

  /** What is set wins over what the server noted. */
  private String base(Optional<String> noted) {
    String own = settings.web().publicUrl(settings.web().port()).toString();
    return settings.web().configuredUrl().isPresent() ? own : noted.orElse(own);
  }

  private Future<Void> intoAccount(Stores stores, String base, Call call) {
    Kind kind = call.name.equals(SIGN_IN) ? Kind.SIGN_IN : Kind.RESET;
    Optional<String> email = EmailAddress.normalise(call.word);
    if (email.isEmpty()) return refuse(call.word + " is not an e-mail address.");
    return stores
        .accounts()
        .byEmail(email.get())
        .compose(
            account ->
                account
                    .map(Future::succeededFuture)
                    .orElseGet(
                        () -> refuse("There is no account with the address " + call.word + ".")))
        .compose(
            account ->
                call.name.equals(REMOVE_FACTOR)
                    ? stores
                        .secondFactors()
                        .remove(account.id())
                        .compose(v -> noted(stores, Act.SECOND_FACTOR_REMOVED, account, ""))
                        .onSuccess(v -> removed(account))
                    : accounts(stores)
                        .compose(accounts -> accounts.services.links().make(kind, account.id()))
                        .compose(
                            made -> noted(stores, Act.LINK_MADE, account, kind.word()).map(made))
                        .onSuccess(made -> made.ifPresent(link -> print(kind, account, base, link)))
                        .mapEmpty());
  }

  /** Nobody is kept from a link because it cannot be noted. */
  private Future<Void> noted(Stores stores, Act act, Account account, String detail) {
    return new AuditLog(stores.audit(), settings.event().auditLogLifetime())
        .note(new Deed(act, "", account.id(), "", detail))
        .otherwiseEmpty();
  }

  private void removed(Account account) {
    out.println();
    out.println("  " + account.email() + " signs in without a code from now on.");
    out.println("  Whoever has the password gets in: a new one is set with reset-password.");
    out.println();
  }

  private Future<Accounts> accounts(Stores stores) {
    return stores
        .secrets()
        .loadOrCreate(new Ids(entropy).secret256())
        .map(MacKey::ofSecret)
        .map(
            secret ->
                new Accounts(
                    vertx,
                    stores,
                    secret,
                    entropy,
                    settings.event(),
                    new SharedLimits(new Spending(), secret),
                    Optional.empty()));
  }

  private void print(Kind kind, Account account, String base, AccountLinks.Made made) {
    String until =
        LocalTime.ofInstant(made.until(), ZoneId.systemDefault())
            .format(DateTimeFormatter.ofPattern("HH:mm"));
    out.println();
    out.println("  " + base + made.path());
    out.println();
    out.println(
        kind == Kind.SIGN_IN
            ? "  Whoever opens it is signed in as " + account.name() + "."
            : "  Whoever opens it sets a new password for "
                + account.name()
                + ", which signs out all"
                + " devices.");
    out.println("  It works once, until " + until + ".");
  }

  private Future<Void> links(Stores stores, RedisLink link, String base, String word) {
    Future<Optional<String>> setUp =
        word.isEmpty()
            ? accounts(stores).compose(Accounts::setupToken)
            : Future.succeededFuture(Optional.empty());
    return setUp
        .onSuccess(
            made ->
                made.ifPresent(
                    token -> {
                      out.println();
                      out.println(
                          "  Organiser, first time   " + base + "/organiser#setup=" + token);
                      out.println("                          It works once.");
                    }))
        .compose(
            v ->
                page(
                    stores,
                    new RedisEventIndex(vertx, link, formats),
                    new JoinAddress(base),
                    word,
                    null,
                    0))
        .compose(
            found ->
                found > 0 || word.isEmpty()
                    ? Future.succeededFuture()
                    : refuse("There is no event with the join code or id " + word + "."));
  }

  /** Answers how many events were printed. */
  private Future<Integer> page(
      Stores stores,
      RedisEventIndex index,
      JoinAddress address,
      String word,
      @Nullable String after,
      int before) {
    return index
        .page(new Query(null, "", after, PAGE))
        .compose(
            page -> {
              List<Listed> wanted =
                  page.events().stream().filter(event -> wanted(event, word)).toList();
              Future<Void> printed = Future.succeededFuture();
              for (Listed event : wanted) {
                printed =
                    printed
                        .compose(v -> stores.events().load(event.id()))
                        .onSuccess(loaded -> print(loaded, address))
                        .mapEmpty();
              }
              int found = before + wanted.size();
              return printed.compose(
                  v ->
                      page.next() == null
                          ? Future.succeededFuture(found)
                          : page(stores, index, address, word, page.next(), found));
            });
  }

  /** Who names none gets all that can be read. */
  private static boolean wanted(Listed event, String word) {
    if (event.unreadable() != null || event.event() == null) return false;
    return word.isEmpty()
        || event.id().equals(word)
        || JoinCode.read(word).filter(event.event().code()::equals).isPresent();
  }

  private void print(@Nullable LoadedEvent loaded, JoinAddress address) {
    if (loaded == null) return; // deleted a moment ago
    RoomLinks links = new RoomLinks(address);
    var event = loaded.state().event();
    out.println();
    out.println(
        "  "
            + event.details().name()
            + ", "
            + event.details().startsOn()
            + ", code "
            + JoinCode.show(event.code()));
    loaded
        .state()
        .rooms()
        .forEach(
            room -> {
              out.println("    " + room.name());
              out.println("      Stage     " + links.of(loaded, room.id(), "stage"));
              out.println("      Remote    " + links.of(loaded, room.id(), "remote"));
            });
  }

  private static <T> Future<T> refuse(String why) {
    return Future.failedFuture(new StartFailure(why));
  }
}
