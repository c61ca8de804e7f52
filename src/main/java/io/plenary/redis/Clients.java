package io.plenary.redis;

import io.vertx.core.Future;
import io.vertx.redis.client.Redis;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * One client for each server that is connected to, because Vert.x holds on to every client it ever
 * made. Servers come and go, and where machines get new addresses with every start they never come
 * back: of those that are not there any more the last few are kept. Belongs to one context.
 */
final class Clients {
  /** A server that is made a replica, and later the master again, is found here. */
  static final int SPARE = 16;

  private static final class Client {
    final Redis redis;
    final Set<StoreConnection> open = new HashSet<>();

    Client(Redis redis) {
      this.redis = redis;
    }

    boolean idle() {
      open.removeIf(StoreConnection::over);
      return open.isEmpty();
    }
  }

  private final Function<StoreAddress, Redis> make;

  /** First whom nobody asked for longest. */
  private final Map<StoreAddress, Client> all = new LinkedHashMap<>(16, 0.75f, true);

  /**
   * @param make a client for the server that listens there
   */
  Clients(Function<StoreAddress, Redis> make) {
    this.make = make;
  }

  Redis of(StoreAddress at) {
    return client(at).redis;
  }

  /** The same for a connection that ends with its client: it is kept until that is over. */
  Redis of(StoreAddress at, StoreConnection used) {
    Client client = client(at);
    client.open.removeIf(StoreConnection::over);
    client.open.add(used);
    return client.redis;
  }

  private Client client(StoreAddress at) {
    return all.computeIfAbsent(at, to -> new Client(make.apply(to)));
  }

  /** These servers are there now. */
  void keep(Set<StoreAddress> there) {
    List<StoreAddress> gone =
        all.entrySet().stream()
            .filter(each -> !there.contains(each.getKey()) && each.getValue().idle())
            .map(Map.Entry::getKey)
            .toList();
    for (StoreAddress at : gone.subList(0, Math.max(0, gone.size() - SPARE))) {
      Client client = all.remove(at);
      if (client != null) client.redis.close();
    }
  }

  int size() {
    return all.size();
  }

  /** Closes every connection. */
  Future<Void> close() {
    List<Future<Void>> closed = all.values().stream().map(client -> client.redis.close()).toList();
    all.clear();
    return Future.join(closed).mapEmpty();
  }
}
