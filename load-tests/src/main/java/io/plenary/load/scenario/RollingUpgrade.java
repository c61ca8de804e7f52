package io.plenary.load.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plenary.load.kinds.BallotKind;
import io.plenary.load.kinds.BallotKind.Size;
import io.plenary.load.kinds.pebbles.PebblesKind;
import io.plenary.load.phone.Crowd;
import io.plenary.load.phone.Pacer;
import io.plenary.load.server.Program;
import io.plenary.load.server.Release;
import io.plenary.load.server.Screen;
import io.plenary.load.server.Truth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Servers of an older release become ones that know one kind of activity more, which none of them
 * makes before all know it; then everybody votes on it. The older release is as it was. The newer
 * one is the server under test with the kind of the project's tests on its class path, because no
 * release has a kind that this one lacks.
 */
final class RollingUpgrade extends RollingRestart {
  /** The store has a format number, and servers note what they know: ADR 29. */
  static final String OLDEST = "6900661ef846f9c010b350229ba907e658efa42a";

  private static final String MAIN = "io.plenary.ToyServer";
  private static final double EVERYBODY_WITHIN_S = 30;
  private static final long ANSWERED_WITHIN_MS = 60_000;

  /** Each server notes what it knows every ten seconds, and looks as often. */
  private static final double KNOWN_WITHIN_S = 30;

  private static final long LOOK_MS = 500;

  private final BallotKind more = new PebblesKind();
  private final Path from;

  /**
   * @param from the packaged server of the older release; null: it is built
   */
  RollingUpgrade(Path from) {
    this.from = from;
  }

  @Override
  public String name() {
    return "rolling-upgrade";
  }

  @Override
  public String about() {
    return "the same from an older release to one that knows one kind more: it is refused with"
        + " words until the last server is the new one, then everybody votes on it";
  }

  @Override
  Program before(Bench bench) throws IOException, InterruptedException {
    if (from != null) return Program.of(from.toAbsolutePath());
    bench.say("building " + OLDEST);
    return Program.of(Release.of(bench.lab(), OLDEST));
  }

  @Override
  Program after(Bench bench) throws IOException {
    Path classes = bench.lab().project.resolve("target/test-classes");
    if (!Files.exists(classes.resolve(MAIN.replace('.', '/') + ".class"))) {
      throw new IOException(
          "There is no " + MAIN + " in " + classes + ". Build it: mvn -q -DskipTests package");
    }
    return Program.with(bench.lab().jar, classes, MAIN);
  }

  @Override
  void restarted(Bench bench, Hall hall, List<Integer> again, int left)
      throws IOException, InterruptedException {
    if (left == 0) {
      made(bench, hall, again.get(0));
      return;
    }
    for (int port : again) {
      String fault = notRefused(asked(bench, hall, port), more.name());
      if (fault != null) {
        bench.sheet().fault(name() + ": with " + left + " older servers the new kind " + fault);
      }
    }
  }

  private JsonNode asked(Bench bench, Hall hall, int port) throws IOException {
    ObjectNode create = more.create(bench.lab().golden, Size.USUAL, "hidden");
    return hall.room.asked(port, create);
  }

  /** What is wrong with the answer of a server that must not make a kind yet; null: nothing. */
  static String notRefused(JsonNode answer, String kind) {
    if (answer.path("type").asText().equals("done")) return "was made";
    boolean words = answer.path("message").asText().contains("(" + kind + ")");
    boolean told = answer.path("code").asText().equals("wrongState") && words;
    return told ? null : "was answered with " + answer;
  }

  private void made(Bench bench, Hall hall, int port) throws IOException, InterruptedException {
    long from = System.nanoTime();
    JsonNode answer = asked(bench, hall, port);
    while (!answer.path("type").asText().equals("done")) {
      if ((System.nanoTime() - from) / 1e9 > KNOWN_WITHIN_S) {
        bench.sheet().fault(name() + ": the new kind is not made by new servers: " + answer);
        return;
      }
      Thread.sleep(LOOK_MS);
      answer = asked(bench, hall, port);
    }
    add(bench, "s until the new kind is made once all know it", (System.nanoTime() - from) / 1e9);
  }

  /** Everybody votes on the new kind. */
  @Override
  void recounted(Bench bench, Hall hall, Stages stages) throws IOException, InterruptedException {
    stages.again();
    Voting voting = new Voting(more, bench.lab().golden, hall.room, hall.shared);
    hall.begin(voting, "stage");
    Crowd crowd = hall.crowd();
    int phones = crowd.voters().size();
    Pacer.run(crowd.voters(), phones / EVERYBODY_WITHIN_S, phones).join();
    crowd.await(v -> v.seq() <= v.acked(), ANSWERED_WITHIN_MS);
    Thread.sleep(Stages.RIGHT_AFTER_MS);
    List<Screen.Shown> shown = stages.shown();
    voting.lock();
    Truth.Verdict verdict = voting.verdict(crowd.voters());
    add(bench, "votes on the new kind", verdict.voters());
    if (!verdict.good()) bench.sheet().fault(name() + ", the new kind: " + verdict);
    if (verdict.voters() < phones) {
      bench.sheet().fault(name() + ": only " + verdict.voters() + " voted on the new kind");
    }
    String poll = voting.poll().id();
    for (String fault : Stages.faults(shown, poll, hall.room.results(poll))) {
      bench.sheet().fault(name() + ", the new kind: " + fault);
    }
  }
}
