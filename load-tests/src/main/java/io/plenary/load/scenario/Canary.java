package io.plenary.load.scenario;

import io.plenary.load.kinds.BallotKind.Size;
import io.plenary.load.phone.Crowd;
import io.plenary.load.phone.Pacer;
import io.plenary.load.phone.PlenaryPhone;
import io.plenary.load.phone.Voter;
import io.plenary.load.server.Nodes;
import io.plenary.load.server.PlenaryServer;
import io.plenary.load.server.RedisServer;
import io.plenary.load.server.SentinelStore;
import io.plenary.load.server.Trail;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * People vote on three polls at three servers on a Sentinel of three copies. Two are made final,
 * the second while a replica is stopped. Every file of every copy and server is read: what leads
 * from people to their ballots must be there before and gone after, and of the third poll it must
 * still be there.
 */
final class Canary implements Scenario {
  private static final int PHONES = 100;

  /** One in so many only looks on. */
  private static final int LOOKS_ON = 10;

  private static final double VOTES_PER_S = 100;
  private static final int DOWN_AFTER_MS = 2_000;
  private static final long ANSWERED_WITHIN_MS = 30_000;
  private static final long NOTED_WITHIN_MS = 15_000;
  private static final long LOOK_MS = 250;

  /** It is tried again each minute. */
  private static final double AGAIN_WITHIN_S = 120;

  /** Redis deletes the files that it has replaced a moment later. */
  private static final double GONE_WITHIN_S = 5;

  private static final int MOST_TRIES = 10;

  /** A poll that was voted on and locked. */
  private record Poll(String id, Trail trail) {}

  /** Where files are. */
  private record Place(String name, Path path) {}

  @Override
  public String name() {
    return "canary";
  }

  @Override
  public String about() {
    return "a poll is made final on a Sentinel of three copies, another one while a replica is"
        + " stopped: no file of any copy leads to people any more, or the organiser is told"
        + " whose do";
  }

  @Override
  public void run(Bench bench) throws IOException, InterruptedException {
    Path redis = RedisServer.embedded(bench.lab());
    try (SentinelStore store = new SentinelStore(bench.lab(), redis, DOWN_AFTER_MS).start()) {
      Nodes nodes = NodesKilled.on(bench, store.settings(1), NodesKilled.NODES);
      try (Hall hall = Hall.across(bench, nodes)) {
        hall.fill(bench.options().phones(PHONES, PHONES));
        new Watch(bench, store, nodes, hall).all();
      }
    }
  }

  /** One run. */
  private final class Watch {
    private final Bench bench;
    private final SentinelStore store;
    private final Nodes nodes;
    private final Hall hall;
    private final Trail people = new Trail();

    Watch(Bench bench, SentinelStore store, Nodes nodes, Hall hall) {
      this.bench = bench;
      this.store = store;
      this.nodes = nodes;
      this.hall = hall;
    }

    void all() throws IOException, InterruptedException {
      for (Voter voter : hall.crowd().voters()) {
        String token = ((PlenaryPhone) voter).token();
        people.text("token", token).value("participant", token.split("\\.")[1]);
      }
      Poll first = voted();
      Poll second = voted();
      Poll other = voted();
      for (Poll poll : List.of(first, second, other)) seen(poll, store.folders().keySet());
      everywhere(first);
      seen(second, store.folders().keySet());
      without(second);
      seen(other, store.folders().keySet());
      nowhere(people, "who is who");
    }

    /** Everybody votes and changes their mind, but for a few who only look on. */
    private Poll voted() throws IOException, InterruptedException {
      hall.poll(Size.MANY, "stage");
      Crowd crowd = hall.crowd();
      List<Voter> some = crowd.voters().stream().filter(v -> v.number % LOOKS_ON > 0).toList();
      Pacer.run(some, VOTES_PER_S, 2L * some.size()).join();
      crowd.await(v -> v.seq() <= v.acked(), ANSWERED_WITHIN_MS);
      String id = hall.poll().id();
      noted(id, crowd.voters().size());
      Trail trail = Trail.of(store, hall.room.event(), id);
      hall.check(List.of(crowd));
      return new Poll(id, trail);
    }

    private void noted(String poll, int there) throws IOException, InterruptedException {
      long until = System.nanoTime() + NOTED_WITHIN_MS * 1_000_000;
      int noted = Trail.there(store, hall.room.event(), poll).size();
      while (noted < there && System.nanoTime() < until) {
        Thread.sleep(LOOK_MS);
        noted = Trail.there(store, hall.room.event(), poll).size();
      }
      if (noted != there) {
        bench.sheet().fault(name() + ": " + noted + " of " + there + " are noted as there");
      }
    }

    /** The look finds it in each of these copies, so it would elsewhere. */
    private void seen(Poll poll, Set<Integer> copies) throws IOException {
      for (int copy : copies) {
        Set<String> found = poll.trail.in(store.folders().get(copy));
        if (!found.equals(Trail.OF_A_POLL)) {
          bench.sheet().fault(name() + ": only " + found + " was found at " + copy + " before");
        }
      }
    }

    /** Final on every copy. */
    private void everywhere(Poll poll) throws IOException, InterruptedException {
      long from = System.nanoTime();
      hall.room.finalise(poll.id);
      told(poll, Told::anonymised, Told.FINAL_WITHIN_S);
      since(from, "s until organisers at every server read that it is final");
      gone(poll, Set.of(), "s from then until no file has anything");
    }

    /** Final but on a replica that is stopped; it comes back. */
    private void without(Poll poll) throws IOException, InterruptedException {
      int away = store.stopReplica();
      long from = System.nanoTime();
      hall.room.finalise(poll.id);
      String words = "not yet erased on copy 127.0.0.1:" + away;
      told(
          poll,
          (snapshot, asked) ->
              asked.path("state").asText().equals("final")
                  && !Told.anonymised(snapshot, asked)
                  && snapshot.path("storeReason").asText().startsWith(words),
          Told.FINAL_WITHIN_S);
      since(from, "a replica is stopped: s until organisers at every server read on which");
      gone(
          poll, Set.of(away), "a replica is stopped: s from then until no other file has anything");
      seen(poll, Set.of(away));

      long back = System.nanoTime();
      store.startReplica(away);
      told(
          poll,
          (snapshot, asked) ->
              Told.anonymised(snapshot, asked) && !snapshot.hasNonNull("storeReason"),
          AGAIN_WITHIN_S);
      since(back, "it comes back: s until organisers at every server read that it is final");
      gone(poll, Set.of(), "it comes back: s from then until no file has anything");
    }

    private void told(Poll poll, Told.So so, double withinS)
        throws IOException, InterruptedException {
      if (!new Told(hall.room, nodes.ports()).everywhere(poll.id, so, withinS)) {
        bench.sheet().fault(name() + ": organisers are not told within " + withinS + " s");
      }
    }

    /** In no file of any server or copy but of these. */
    private void gone(Poll poll, Set<Integer> but, String figure)
        throws IOException, InterruptedException {
      long from = System.nanoTime();
      Set<String> left = left(poll.trail, but);
      while (!left.isEmpty() && (System.nanoTime() - from) / 1e9 < GONE_WITHIN_S) {
        Thread.sleep(LOOK_MS);
        left = left(poll.trail, but);
      }
      since(from, figure);
      if (!left.isEmpty()) bench.sheet().fault(name() + ": after it was final " + left);
    }

    private void nowhere(Trail trail, String what) throws IOException {
      Set<String> left = left(trail, Set.of());
      if (!left.isEmpty()) bench.sheet().fault(name() + ": " + what + ": " + left);
    }

    private Set<String> left(Trail trail, Set<Integer> but) throws IOException {
      Set<String> left = new TreeSet<>();
      for (Place place : places(but)) {
        for (String what : found(trail, place)) left.add(what + " in " + place.name);
      }
      return left;
    }

    /** A file that goes while its folder is read is looked for again. */
    private Set<String> found(Trail trail, Place place) throws IOException {
      for (int tries = 0; ; tries++) {
        try {
          return trail.in(place.path);
        } catch (NoSuchFileException | UncheckedIOException moved) {
          if (tries == MOST_TRIES) throw moved;
        }
      }
    }

    private List<Place> places(Set<Integer> but) {
      List<Place> places = new ArrayList<>();
      store
          .folders()
          .forEach(
              (port, folder) -> {
                if (!but.contains(port)) places.add(new Place("the copy at " + port, folder));
              });
      for (PlenaryServer node : nodes.all()) {
        places.add(new Place("the data of a server", node.data()));
        places.add(new Place("the log of a server", node.log()));
      }
      return places;
    }

    private void since(long nanos, String figure) {
      bench.sheet().add(name() + ": " + figure, (System.nanoTime() - nanos) / 1e9);
    }
  }
}
