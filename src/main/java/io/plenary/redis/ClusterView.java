package io.plenary.redis;

import io.plenary.redis.Sentinels.Place;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which server of a Cluster has which slots, put together from what several say in CLUSTER NODES.
 * While a failover is on they say different things; the newest claim to a slot holds, which is the
 * one of the highest configuration epoch.
 *
 * @param shards in the order of their first slots
 */
record ClusterView(List<Shard> shards) {
  /** Shortest line with everything: id, address, flags, master, ping, pong, epoch, link. */
  private static final int FIELDS = 8;

  /**
   * A master and what it has.
   *
   * @param copies where its replicas listen, also those that are away, and masters that failed and
   *     have nothing any more: whose they were nobody knows, and their files may be there
   */
  record Shard(Place place, BitSet slots, List<Place> copies) {
    /** A server that has everything. */
    static Shard ofAll(Place place) {
      BitSet all = new BitSet(Slots.COUNT);
      all.set(0, Slots.COUNT);
      return new Shard(place, all, List.of());
    }
  }

  /** What was said by whom: an address without a host is that one's. */
  record Said(Place by, String nodes) {}

  ClusterView {
    shards = List.copyOf(shards);
  }

  /** Whether every slot has a server. */
  boolean whole() {
    return shards.stream().mapToInt(shard -> shard.slots.cardinality()).sum() == Slots.COUNT;
  }

  /** Where the copies of that server listen; of one that is no master: none. */
  List<Place> copies(Place of) {
    return shards.stream()
        .filter(shard -> shard.place.equals(of))
        .flatMap(shard -> shard.copies.stream())
        .toList();
  }

  /** Every server there is. */
  List<Place> places() {
    List<Place> places = new ArrayList<>();
    for (Shard shard : shards) {
      places.add(shard.place);
      places.addAll(shard.copies);
    }
    return places;
  }

  /**
   * @param tls whether certificates are looked at: then servers are known by the names they
   *     announce
   */
  static ClusterView of(List<Said> all, boolean tls) {
    Claims claims = new Claims();
    for (Said said : all) {
      said.nodes.lines().map(line -> Node.of(line, said.by, tls)).forEach(claims::add);
    }
    return claims.view();
  }

  /**
   * @param master id of the master that it is a replica of; null: it is none
   */
  private record Node(
      String id,
      Place place,
      boolean failed,
      @Nullable String master,
      long epoch,
      List<String> ranges) {
    /** Null for what is not, or not yet, part of the Cluster. */
    static @Nullable Node of(String line, Place by, boolean tls) {
      String[] words = line.strip().split(" ");
      if (words.length < FIELDS) return null;
      List<String> flags = Arrays.asList(words[2].split(","));
      Place place = place(words[1], by, tls);
      if (place == null || flags.contains("handshake") || flags.contains("noaddr")) return null;
      boolean replica = flags.contains("slave");
      return new Node(
          words[0],
          place,
          flags.contains("fail"),
          replica ? words[3] : null,
          words[6].matches("\\d{1,18}") ? Long.parseLong(words[6]) : 0,
          replica ? List.of() : Arrays.asList(words).subList(FIELDS, words.length));
    }

    /** {@code ip:port@bus[,name[,more]]}. */
    private static @Nullable Place place(String address, Place by, boolean tls) {
      String[] parts = address.split(",");
      String own = parts[0].replaceFirst("@.*", "");
      int colon = own.lastIndexOf(':');
      if (colon < 0 || !own.substring(colon + 1).matches("\\d{1,5}")) return null;
      int port = Integer.parseInt(own.substring(colon + 1));
      String host = own.substring(0, colon);
      String name = parts.length > 1 && parts[1].indexOf('=') < 0 ? parts[1] : "";
      if (tls && !name.isEmpty()) host = name;
      return port == 0 ? null : new Place(host.isEmpty() ? by.host() : host, port);
    }
  }

  /** Who claims which slots. */
  private static final class Claims {
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Map<String, Set<String>> masters = new HashMap<>();
    private final Set<String> failed = new HashSet<>();
    private final String[] owners = new String[Slots.COUNT];
    private final long[] epochs = new long[Slots.COUNT];

    void add(@Nullable Node node) {
      if (node == null) return;
      nodes.putIfAbsent(node.id, node);
      if (node.failed) failed.add(node.id);
      if (node.master != null) {
        masters.computeIfAbsent(node.id, id -> new HashSet<>()).add(node.master);
      }
      for (String range : node.ranges) {
        // [slot->-id] and [slot-<-id]: on its way, and where it was until it has arrived
        if (!range.matches("\\d{1,5}(-\\d{1,5})?")) continue;
        int dash = range.indexOf('-');
        int from = Integer.parseInt(dash < 0 ? range : range.substring(0, dash));
        int to = Integer.parseInt(dash < 0 ? range : range.substring(dash + 1));
        for (int slot = from; slot <= to && slot < Slots.COUNT; slot++) claim(slot, node);
      }
    }

    private void claim(int slot, Node node) {
      if (owners[slot] != null && epochs[slot] >= node.epoch) return;
      owners[slot] = node.id;
      epochs[slot] = node.epoch;
    }

    ClusterView view() {
      Map<String, BitSet> slots = new LinkedHashMap<>();
      for (int slot = 0; slot < Slots.COUNT; slot++) {
        if (owners[slot] != null) {
          slots.computeIfAbsent(owners[slot], id -> new BitSet(Slots.COUNT)).set(slot);
        }
      }
      List<Shard> shards = new ArrayList<>();
      slots.forEach(
          (id, some) -> {
            List<Place> copies =
                nodes.values().stream()
                    .filter(node -> !slots.containsKey(node.id) && copies(node, id))
                    .map(Node::place)
                    .toList();
            shards.add(new Shard(Objects.requireNonNull(nodes.get(id)).place, some, copies));
          });
      return new ClusterView(shards);
    }

    private boolean copies(Node node, String master) {
      Set<String> of = masters.get(node.id);
      return of == null ? failed.contains(node.id) : of.contains(master);
    }
  }
}
