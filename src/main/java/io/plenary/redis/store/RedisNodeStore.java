package io.plenary.redis.store;

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
  /** Several times as long as between two notes. */
  private static final long LASTS_MS = 15_000;

  private static final int PER_NODE = 3;
  private final RedisLink link;
  private final Script note = Script.load("note_node");

  public RedisNodeStore(RedisLink link) {
    this.link = link;
  }

  @Override
  public Future<Seen> note(Peer self) {
    String kinds = String.join(",", new TreeSet<>(self.kinds()));
    return link.eval(note, List.of(Keys.NODES), List.of(self.id(), LASTS_MS, self.people(), kinds))
        .map(RedisNodeStore::seen);
  }

  private static Seen seen(Response reply) {
    List<Peer> alive = new ArrayList<>();
    for (int i = 1; i + PER_NODE <= reply.size(); i += PER_NODE) {
      alive.add(
          new Peer(
              reply.get(i).toString(),
              reply.get(i + 1).toLong(),
              Set.copyOf(words(reply.get(i + 2).toString(), ","))));
    }
    return new Seen(alive, words(reply.get(0).toString(), " "));
  }

  private static List<String> words(String joined, String by) {
    return Stream.of(joined.split(by)).filter(word -> !word.isEmpty()).toList();
  }

  @Override
  public Future<Void> forget(String id) {
    return link.send(Command.HDEL, Keys.NODES, "node:" + id).mapEmpty();
  }
}
