package io.plenary.kinds.reactions.transport;

import io.plenary.activity.service.Refusals;
import io.plenary.event.RuleViolation;
import io.plenary.kinds.reactions.service.Reacting;
import io.plenary.kinds.reactions.service.ReactionCommands;
import io.plenary.kinds.reactions.wire.ReactionMessage.EditReactions;
import io.plenary.kinds.reactions.wire.ReactionMessage.React;
import io.plenary.metrics.Count;
import io.plenary.metrics.Meters;
import io.plenary.transport.Commands;
import io.plenary.transport.KindHandlers;
import io.plenary.transport.Route;
import io.plenary.transport.Session;
import java.util.List;

/** Takes reactions, and what is said about them, to the services they are for. */
public final class ReactionMessages implements KindHandlers {
  /**
   * Messages with reactions, by {@code outcome}: {@code taken}, {@code slowDown} (dropped) or
   * {@code refused}.
   */
  private static final String METER = "plenary.reactions";

  private final Reacting reacting;
  private final ReactionCommands commands;
  private final Count taken;
  private final Count dropped;
  private final Count refused;

  public ReactionMessages(Reacting reacting, ReactionCommands commands, Meters meters) {
    this.reacting = reacting;
    this.commands = commands;
    this.taken = meters.outcomes(METER, "taken");
    this.dropped = meters.outcomes(METER, "slowDown");
    this.refused = meters.outcomes(METER, "refused");
  }

  @Override
  public List<Route<?>> routes() {
    return List.of(
        Route.of(React.class, this::react), Route.of(EditReactions.class, this::editReactions));
  }

  /**
   * Too many at once are dropped without a word: pages of ours never send so many, and nobody is to
   * be made to answer a machine gun.
   */
  private void react(React m, Session s) {
    try {
      boolean in = reacting.react(s.identity().eventId(), s.identity().attendee(), m);
      (in ? taken : dropped).increment();
    } catch (RuleViolation e) {
      refused.increment();
      s.reply(Refusals.error(null, e));
    }
  }

  private void editReactions(EditReactions m, Session s) {
    Commands.run(m, s, e -> commands.edit(e, m));
  }
}
