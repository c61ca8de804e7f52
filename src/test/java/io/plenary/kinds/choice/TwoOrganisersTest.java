package io.plenary.kinds.choice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.activity.Activity;
import io.plenary.activity.Activity.State;
import io.plenary.activity.EventState;
import io.plenary.activity.Room;
import io.plenary.activity.service.ModelStore;
import io.plenary.event.RuleViolation;
import io.plenary.voting.BallotState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.statistics.Statistics;

/**
 * Two organisers on two nodes, each deciding on what they last saw, with calls to the store
 * interleaved in any way: nothing is undone silently, and the room is never in a state that makes
 * no sense.
 */
class TwoOrganisersTest {
  @Property(tries = 2_000)
  void nothingIsUndoneSilently(
      @ForAll @Size(min = 10, max = 80) List<@From("steps") Integer> script) {
    ModelStore store =
        new ModelStore(
            Polls.state(
                Polls.poll("a", State.DRAFT),
                Polls.poll("b", State.DRAFT),
                Polls.poll("c", State.LOCKED)));
    List<Organiser> organisers = List.of(new Organiser(store), new Organiser(store));
    List<Command> commands = new ArrayList<>();
    for (int n : script) {
      Organiser who = organisers.get(n & 1);
      int rest = n >> 4;
      switch ((n >> 1) & 7) {
        case 0 -> who.look();
        case 1 -> vote(store, rest);
        case 2, 3, 4 -> who.release();
        default -> commands.add(who.command(rest, "n" + commands.size()));
      }
    }
    organisers.forEach(Organiser::releaseAll);
    store.history.forEach(TwoOrganisersTest::makesSense);
    store.commits.forEach(c -> explained(c, commands, store.history));
    commands.forEach(c -> answeredRightly(c, store));
    Statistics.label("done")
        .collect(commands.stream().filter(c -> c.answer.succeeded()).count() > 5)
        .coverage(c -> c.check(true).percentage(p -> p > 50));
    Statistics.label("refused")
        .collect(commands.stream().anyMatch(c -> c.answer.failed()))
        .coverage(c -> c.check(true).percentage(p -> p > 50));
  }

  @Provide
  Arbitrary<Integer> steps() {
    return Arbitraries.integers()
        .between(0, (1 << 24) - 1)
        .withDistribution(RandomDistribution.uniform());
  }

  private static void vote(ModelStore store, int n) {
    List<String> open =
        store.state().activities().values().stream()
            .filter(Activity::open)
            .map(Activity::id)
            .sorted()
            .toList();
    if (!open.isEmpty()) store.answers.merge(open.get(n % open.size()), 1, Integer::sum);
  }

  private static void makesSense(EventState s) {
    for (Room room : s.rooms()) {
      assertEquals(
          new HashSet<>(room.runOrder()), s.activities().keySet(), "run order and activities");
      assertEquals(
          room.runOrder().size(), new HashSet<>(room.runOrder()).size(), "twice in the run order");
      assertTrue(
          s.inOrder(room).values().stream().filter(Activity::open).count() <= 1, "two are open");
      String shown = room.stage().activity();
      assertTrue(
          shown == null || s.activities().containsKey(shown), "the stage shows what was deleted");
    }
  }

  /**
   * Every commit is one command's, changes what that command is about and nothing else, and was
   * decided on what its sender saw.
   */
  private static void explained(
      ModelStore.Commit commit, List<Command> commands, List<EventState> history) {
    List<Command> of = commands.stream().filter(c -> c.decided == commit.change()).toList();
    assertEquals(1, of.size(), "whose change is this?");
    Command command = of.get(0);
    assertTrue(command.answer.succeeded(), () -> command + " was refused, but changed something");
    assertTrue(command.effect(commit.after()), () -> command + " had no effect");
    List<Object> led = strip(commit.after());
    assertTrue(
        history.stream()
            .filter(
                s ->
                    s.version() >= command.seen.version()
                        && s.version() <= commit.before().version())
            .filter(
                s ->
                    command.kind != Command.Kind.DUPLICATE
                        || s.activities().containsKey(command.poll))
            .anyMatch(s -> command.outcome(commit.before(), s).equals(led)),
        () -> command + " changed something else: " + led);
    if (command.kind.revised) {
      assertEquals(
          command.seen.activities().get(command.poll),
          commit.before().activities().get(command.poll),
          () -> command + " was decided on something else");
    }
  }

  /**
   * "Done" means that the effect was there at some moment while the sender waited. A refusal is of
   * the rules.
   */
  private static void answeredRightly(Command command, ModelStore store) {
    assertTrue(command.answer.isComplete(), () -> command + " was never answered");
    if (command.answer.failed()) {
      assertTrue(
          command.answer.cause() instanceof RuleViolation,
          () -> command + ": " + command.answer.cause());
    } else {
      assertTrue(
          store.history.subList(command.from, command.until).stream().anyMatch(command::effect),
          () -> command + " is said to be done");
    }
  }

  /** A state without what rises by itself. */
  static List<Object> strip(EventState s) {
    List<Object> out = new ArrayList<>();
    s.rooms().forEach(r -> out.add(List.of(r.runOrder(), r.stage())));
    s.activities().values().stream()
        .map(Poll.class::cast)
        .sorted((x, y) -> x.id().compareTo(y.id()))
        .forEach(
            p ->
                out.add(
                    new Poll(
                        new BallotState(
                            p.id(),
                            0,
                            p.round(),
                            p.state(),
                            p.results(),
                            p.chosen(),
                            p.smallGroup()),
                        p.question())));
    return out;
  }
}
