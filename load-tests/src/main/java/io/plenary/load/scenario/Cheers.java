package io.plenary.load.scenario;

import io.plenary.load.phone.Applause;
import io.plenary.load.phone.Applause.Bounds;
import io.plenary.load.server.ApplauseTruth;
import io.plenary.load.server.Clapometer;
import io.plenary.load.server.Ovation;
import io.plenary.load.server.Room;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reactions in one room: what phones sent, what its stage shows, and whether the one is the other.
 */
final class Cheers implements AutoCloseable {
  private static final long SHOWN_WITHIN_MS = 10_000;
  final Applause applause;
  final Ovation ovation;
  final Clapometer stage;
  private final Bench bench;
  private final Room room;

  Cheers(Bench bench, Room room) throws IOException, InterruptedException {
    this.bench = bench;
    this.room = room;
    ovation = room.ovation();
    applause = new Applause(bench.lab().golden, ovation.activity);
    stage = room.clapometer();
  }

  /** What may be counted of those who keep the pace, by kind. Only while nobody reacts. */
  List<Bounds> bounds() {
    List<Bounds> all = new ArrayList<>();
    for (int kind = 0; kind < Applause.KINDS.size(); kind++) {
      all.add(applause.bounds(kind, !stage.storeWasAway()));
    }
    return all;
  }

  /** Waits until the stage shows what it must of the first kinds, or for some time. */
  void settle(int kinds) throws InterruptedException {
    List<Bounds> wanted = bounds();
    stage.await(
        totals -> {
          for (int kind = 0; kind < kinds; kind++) {
            if (totals.get(kind) < wanted.get(kind).most()) return false;
          }
          return true;
        },
        SHOWN_WITHIN_MS);
  }

  /** Whether stage, organiser and export say what was sent. */
  void check(String name, List<Bounds> bounds) throws Exception {
    Map<String, List<Long>> found = new LinkedHashMap<>();
    found.put("the stage", stage.totals());
    try (Clapometer anew = room.clapometer()) {
      found.put("a new stage", anew.totals());
    }
    found.put("a new organiser", ovation.organised());
    found.put("the export", ovation.exported());
    List<String> faults = ApplauseTruth.check(bounds, found);
    if (stage.wentBack()) faults.add("a total on the stage went back");
    for (int kind = 0; kind < bounds.size(); kind++) {
      if (stage.added().get(kind) > stage.totals().get(kind)) {
        faults.add("frames on the stage added more than there is: " + stage.added());
      }
    }
    faults.forEach(fault -> bench.sheet().fault(name + ": reactions: " + fault));
    if (stage.storeWasAway()) {
      bench
          .sheet()
          .note(
              name
                  + ": the store was away for a moment; what was to be stored of reactions then is"
                  + " lost by promise");
    }
    if (faults.isEmpty()) {
      bench.say(
          "reactions on stage = sent: "
              + stage.totals()
              + " of "
              + Applause.KINDS
              + ", sent were "
              + bounds);
    }
    bench
        .sheet()
        .add(
            name + ": reactions counted, of a room",
            stage.totals().stream().mapToLong(n -> n).sum());
  }

  @Override
  public void close() {
    stage.close();
  }
}
