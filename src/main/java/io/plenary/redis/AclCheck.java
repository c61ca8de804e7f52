package io.plenary.redis;

import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is asked of Redis, in scripts and beside them, and whether the user may do it.
 * Each command is queued in a transaction that is then discarded: Redis judges it when it is
 * queued, and nothing is carried out. A test holds the list to the scripts and the code.
 */
public final class AclCheck {
  static final String DENIED = "Redis does not allow its user something that Plenary needs.";

  /** What a command is tried with: {@code command arguments}. First those that change nothing. */
  private static final String READS =
      """
      DISCARD
      EXISTS @
      GET @
      GETRANGE @ 0 1
      HEXISTS @ f
      HGET @ f
      HGETALL @
      HKEYS @
      HLEN @
      HMGET @ f
      HRANDFIELD @ 1
      HSCAN @ 0
      HVALS @
      INFO
      LLEN @
      LRANGE @ 0 0
      MULTI
      PING
      PTTL @
      PUBLISH plenary:{check}:hints -
      PUBLISH plenary:hands -
      PUBLISH plenary:{identity}:ended -
      PUBLISH plenary:node:check -
      PUBLISH plenary:canary:check -
      SCARD @
      SELECT 0
      SMEMBERS @
      STRLEN @
      TIME
      XREVRANGE @ + - COUNT 1
      ZCARD @
      ZCOUNT @ 0 1
      ZRANGE @ 0 0
      ZRANGEBYSCORE @ 0 1
      ZRANK @ m
      ZREVRANGE @ 0 0
      ZREVRANK @ m
      ZSCORE @ m
      """;

  private static final String WRITES =
      """
      APPEND @ v
      BGREWRITEAOF
      BGSAVE
      DEL @
      GETEX @
      HDEL @ f
      HINCRBY @ f 1
      HSET @ f v
      HSETNX @ f v
      PEXPIRE @ 1000
      RENAME @ @
      RPUSH @ m
      SADD @ m
      SET @ v
      SREM @ m
      UNLINK @
      XADD @ * f v
      XTRIM @ MAXLEN 1
      ZADD @ 1 m
      ZREM @ m
      """;

  /** The client takes them to have no reply, so that the next commands get it. */
  private static final List<String> LISTENS =
      List.of(
          "SUBSCRIBE plenary:{check}:hints plenary:hands plenary:{identity}:ended"
              + " plenary:node:check plenary:canary:check",
          "UNSUBSCRIBE plenary:{check}:hints");

  /** What is done without where it is not allowed. */
  private static final String WELCOME =
      """
      CONFIG GET save
      SLOWLOG RESET
      """;

  /** A key of every shape there is. */
  private static final List<String> KEYS =
      List.of(
          "plenary:{check}:state",
          "plenary:{identity}:check",
          "plenary:code:CHECK",
          "plenary:events:days",
          "plenary:example",
          "plenary:nodes",
          "plenary:rewrite",
          "plenary:test",
          "plenary:unsettled",
          Installation.KEY);

  private static final String KEY = KEYS.get(0);
  private static final Pattern NAMED = Pattern.compile("run the '([a-z]+)");

  private AclCheck() {}

  /** Names of the commands, sorted; EVAL and EVALSHA included. */
  static SortedSet<String> commands(PubSub pubSub) {
    TreeSet<String> all =
        Stream.concat(Stream.of(READS, WRITES, WELCOME).flatMap(String::lines), LISTENS.stream())
            .map(line -> pubSub.line(line).split(" ")[0])
            .collect(Collectors.toCollection(TreeSet::new));
    all.addAll(List.of("EVAL", "EVALSHA"));
    return all;
  }

  static boolean writes(Command command) {
    return WRITES.lines().anyMatch(line -> line.split(" ")[0].equalsIgnoreCase(command.toString()));
  }

  /** Whether replicas may get something to write of it; of a script that is not known. */
  static boolean mayWrite(Command command) {
    boolean files = command == Command.BGREWRITEAOF || command == Command.BGSAVE;
    boolean script = command == Command.EVAL || command == Command.EVALSHA;
    return script || (writes(command) && !files);
  }

  static boolean deniedInScript(String message) {
    return message.startsWith("ERR The user executing the script can't")
        || message.contains("ACL failure in script");
  }

  /**
   * What the user lacks, as the words that grant it ({@code +hset}, {@code ~plenary:*}, {@code
   * &plenary:*}); empty: nothing. Where even transactions are denied it is everything.
   *
   * @param send a command on a connection that nothing else uses, now or later; fails with what
   *     Redis says
   */
  static Future<List<String>> lacking(PubSub pubSub, Function<Request, Future<Response>> send) {
    return tried(send, Request.cmd(Command.MULTI))
        .compose(
            denied ->
                denied.isPresent() ? Future.succeededFuture(all(pubSub)) : queued(pubSub, send));
  }

  private static List<String> all(PubSub pubSub) {
    List<String> all = new ArrayList<>(List.of("~plenary:*", "&plenary:*"));
    commands(pubSub).forEach(command -> all.add("+" + command.toLowerCase(Locale.ROOT)));
    return all;
  }

  private static Future<List<String>> queued(
      PubSub pubSub, Function<Request, Future<Response>> send) {
    List<Future<Optional<String>>> all = new ArrayList<>();
    Stream.of(READS, WRITES)
        .flatMap(String::lines)
        .filter(line -> !line.equals("MULTI") && !line.equals("DISCARD"))
        .forEach(line -> all.add(tried(send, request(pubSub.line(line)))));
    for (Command eval : List.of(Command.EVAL, Command.EVALSHA)) {
      Request request = Request.cmd(eval).arg("return 1").arg(KEYS.size());
      KEYS.forEach(request::arg);
      all.add(tried(send, request));
    }
    List<Future<Response>> unused = // the replies of the next come to them
        LISTENS.stream().map(line -> send.apply(request(pubSub.line(line)))).toList();
    all.add(tried(send, Request.cmd(Command.DISCARD))); // gets the reply to SUBSCRIBE
    all.add(tried(send, Request.cmd(Command.PING))); // gets the reply to UNSUBSCRIBE
    all.add(tried(send, Request.cmd(Command.PING))); // gets the reply to DISCARD
    return Future.all(all)
        .map(
            done ->
                done.<Optional<String>>list().stream()
                    .flatMap(Optional::stream)
                    .distinct()
                    .sorted()
                    .toList());
  }

  private static Request request(String line) {
    String[] words = line.split(" ");
    Request request = Request.cmd(Command.create(words[0].toLowerCase(Locale.ROOT)));
    Arrays.stream(words).skip(1).forEach(word -> request.arg(word.equals("@") ? KEY : word));
    return request;
  }

  private static Future<Optional<String>> tried(
      Function<Request, Future<Response>> send, Request request) {
    return send.apply(request)
        .map(ok -> Optional.<String>empty())
        .recover(
            e -> {
              String said = String.valueOf(e.getMessage());
              if (said.startsWith("NOPERM")) {
                return Future.succeededFuture(Optional.of(grant(said, request)));
              }
              if (said.startsWith("ERR unknown command")) {
                return Future.succeededFuture(Optional.of("+" + name(request)));
              }
              Refusal refusal = Refusal.of(e);
              return refusal != null && refusal.reconnect()
                  ? Future.failedFuture(e)
                  : Future.succeededFuture(Optional.empty());
            });
  }

  /** Redis 7.0 speaks of "one of the keys", newer ones of "a key"; both name a command. */
  private static String grant(String said, Request request) {
    if (said.contains(" channel")) return "&plenary:*";
    if (said.contains(" key")) return "~plenary:*";
    Matcher command = NAMED.matcher(said);
    return "+" + (command.find() ? command.group(1) : name(request));
  }

  private static String name(Request request) {
    return request.command().toString().toLowerCase(Locale.ROOT);
  }

  /** For the operator: what is missing, and the command that grants it. */
  static String words(@Nullable String user, List<String> lacking) {
    return DENIED
        + " Somebody who may do so has to run: ACL SETUSER "
        + (user == null ? "default" : user)
        + " "
        + String.join(" ", lacking)
        + " (and, where users are kept in a file, ACL SAVE). A command that was renamed or disabled"
        + " has to be given back its name.";
  }
}
