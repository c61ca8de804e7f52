package io.plenary.transport;

import io.plenary.activity.service.Refusals;
import io.plenary.event.RuleViolation;
import io.plenary.metrics.Count;
import io.plenary.metrics.Meters;
import io.plenary.protocol.ReactionMessage.EditReactions;
import io.plenary.protocol.ReactionMessage.React;
import java.util.List;

/** Takes reactions, and what is said about them, to the services they are for. */
final class ReactionMessages {
  private final SharedReactions shared;
  private final Count taken;
  private final Count dropped;
  private final Count refused;

  ReactionMessages(SharedReactions shared, Meters meters) {
    this.shared = shared;
    this.taken = meters.reactions("taken");
    this.dropped = meters.reactions("slowDown");
    this.refused = meters.reactions("refused");
  }

  /** What it takes. */
  List<Route<?>> routes() {
    return List.of(
        Route.of(React.class, this::react), Route.of(EditReactions.class, this::editReactions));
  }

  /**
   * Too many at once are dropped without a word: pages of ours never send so many, and nobody is to
   * be made to answer a machine gun.
   */
  private void react(React m, Session s) {
    try {
      boolean in = shared.reacting().react(s.identity().eventId(), s.identity().attendee(), m);
      (in ? taken : dropped).increment();
    } catch (RuleViolation e) {
      refused.increment();
      s.reply(Refusals.error(null, e));
    }
  }

  private void editReactions(EditReactions m, Session s) {
    Commands.run(m, s, e -> shared.commands().edit(e, m));
  }
}
