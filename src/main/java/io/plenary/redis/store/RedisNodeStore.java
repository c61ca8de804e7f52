package io.plenary.redis.store;

import io.plenary.activity.service.NewerStore;
import io.plenary.activity.service.NodeStore;
import io.plenary.redis.RedisLink;
import io.plenary.redis.Script;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** {@link NodeStore} on Redis; keys in {@link Keys}. */
public final class RedisNodeStore implements NodeStore {
  /**
   * How this version writes the store. A version that writes something of which an older one would
   * make something else, or lose it, raises the number, and writes it the old way for as long as
   * the number in the store is lower.
   */
  public static final long FORMAT = 1;

  /** Several times as long as between two notes. */
  private static final long LASTS_MS = 30_000;

  private static final int PER_NODE = 3;
  private final RedisLink link;
  private final long known;
  private final Script note = Script.load("note_node");

  public RedisNodeStore(RedisLink link) {
    this(link, FORMAT);
  }

  /**
   * @param known newest format that the server knows
   */
  RedisNodeStore(RedisLink link, long known) {
    this.link = link;
    this.known = known;
  }

  /** Fails with {@link NewerStore} when {@link #note} would; notes nothing. */
  public Future<Void> check() {
    return link.send(Command.HGET, Keys.NODES, "format")
        .compose(
            format -> {
              long stored = format == null ? 0 : format.toLong();
              return stored > known
                  ? Future.failedFuture(new NewerStore(stored, known))
                  : Future.succeededFuture();
            });
  }

  @Override
  public Future<Seen> note(Peer self) {
    String kinds = String.join(",", new TreeSet<>(self.kinds()));
    List<Object> args = List.of(self.id(), LASTS_MS, self.people(), known, kinds);
    return link.eval(note, List.of(Keys.NODES), args).map(this::seen);
  }

  private Seen seen(Response reply) {
    long format = reply.get(0).toLong();
    if (format > known) throw new NewerStore(format, known);
    List<Peer> alive = new ArrayList<>();
    for (int i = 2; i + PER_NODE <= reply.size(); i += PER_NODE) {
      alive.add(
          new Peer(
              reply.get(i).toString(),
              reply.get(i + 1).toLong(),
              Set.copyOf(words(reply.get(i + 2).toString(), ","))));
    }
    return new Seen(alive, words(reply.get(1).toString(), " "));
  }

  private static List<String> words(String joined, String by) {
    return Stream.of(joined.split(by)).filter(word -> !word.isEmpty()).toList();
  }

  @Override
  public Future<Void> forget(String id) {
    return link.send(Command.HDEL, Keys.NODES, "node:" + id).mapEmpty();
  }
}
