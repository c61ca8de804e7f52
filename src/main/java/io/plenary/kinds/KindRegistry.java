package io.plenary.kinds;

import io.plenary.activity.service.ActivityFormat;
import io.plenary.export.FileKind;
import io.plenary.module.KindModule;
import io.plenary.module.KindService;
import io.plenary.module.NodeServices;
import io.plenary.protocol.Codec;
import io.plenary.protocol.KindWire;
import io.plenary.simulation.Habit;
import io.plenary.simulation.Taste;
import io.plenary.voting.Rehearsal;
import io.plenary.voting.service.BallotFormat;
import io.plenary.voting.service.BallotKind;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The kinds that one server has. Whatever has to know them (the codec, the formats of the store,
 * the services, files, simulated people) is made of this, so that all of them know the same.
 * Immutable.
 */
public final class KindRegistry {
  private final List<BallotEntry> ballots;
  private final List<KindModule> modules;
  private final Function<String, Rehearsal> rehearsal;
  private final Codec codec;

  /**
   * @param rehearsal what the warm-up plays, by the id of its activity
   * @throws IllegalStateException when two kinds have one word, two messages one type, or parts of
   *     a module are of different words
   */
  KindRegistry(
      List<BallotEntry> ballots, List<KindModule> modules, Function<String, Rehearsal> rehearsal) {
    this.ballots = List.copyOf(ballots);
    this.modules = List.copyOf(modules);
    modules.forEach(kind -> agree(kind.wire().word(), kind.format().kind(), kind.file().kind()));
    this.rehearsal = rehearsal;
    List<KindWire> wires =
        Stream.concat(
                ballots.stream().map(BallotEntry::wire), modules.stream().map(KindModule::wire))
            .toList();
    this.codec = new Codec(wires);
  }

  /** These kinds and one more. */
  public KindRegistry with(BallotEntry more) {
    return new KindRegistry(
        Stream.concat(ballots.stream(), Stream.of(more)).toList(), modules, rehearsal);
  }

  /** Those in which everybody has one ballot. */
  public List<BallotKind<?>> ballots() {
    return ballots.stream().<BallotKind<?>>map(BallotEntry::kind).toList();
  }

  /** The others. */
  public List<KindModule> modules() {
    return modules;
  }

  /**
   * One of them on a node.
   *
   * @throws IllegalStateException when what starts is of another word
   */
  public static KindService start(KindModule module, NodeServices node) {
    KindService service = module.start(node);
    agree(module.wire().word(), service.kind().kind(), service.export().file().kind());
    return service;
  }

  private static void agree(String word, String... others) {
    for (String other : others) {
      if (!other.equals(word)) {
        throw new IllegalStateException(
            "one kind is called " + word + ", but also " + String.join(" and ", others));
      }
    }
  }

  /** How simulated people answer them. */
  public List<Taste<?>> tastes() {
    return ballots.stream().<Taste<?>>map(BallotEntry::taste).toList();
  }

  /** What they do with the other kinds. */
  public List<Function<RandomGenerator, Habit>> habits() {
    return modules.stream().<Function<RandomGenerator, Habit>>map(kind -> kind::habit).toList();
  }

  /** Reads and writes messages about them. */
  public Codec codec() {
    return codec;
  }

  /** How they stand in the store. */
  public List<ActivityFormat> formats() {
    return Stream.<ActivityFormat>concat(
            ballots().stream().map(BallotFormat::new), modules.stream().map(KindModule::format))
        .toList();
  }

  /** What they are called. */
  public Set<String> words() {
    return formats().stream().map(ActivityFormat::kind).collect(Collectors.toUnmodifiableSet());
  }

  /** How they stand in files. */
  public List<FileKind> files() {
    return Stream.<FileKind>concat(
            ballots.stream().map(BallotEntry::file), modules.stream().map(KindModule::file))
        .toList();
  }

  /**
   * What the warm-up plays.
   *
   * @param id of its activity
   */
  public Rehearsal rehearsal(String id) {
    return rehearsal.apply(id);
  }
}
