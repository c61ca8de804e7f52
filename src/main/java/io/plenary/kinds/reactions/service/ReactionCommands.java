package io.plenary.kinds.reactions.service;

import io.plenary.activity.service.Changes;
import io.plenary.kinds.reactions.ReactionRules;
import io.plenary.kinds.reactions.wire.ReactionMessage.EditReactions;
import io.vertx.core.Future;
import java.util.function.Supplier;

/** Commands on reactions: from the wire to a rule, to the store. */
public final class ReactionCommands {
  private final Changes changes;
  private final Supplier<String> ids;

  public ReactionCommands(Changes changes, Supplier<String> ids) {
    this.changes = changes;
    this.ids = ids;
  }

  public Future<String> edit(String event, EditReactions m) {
    String id = ids.get();
    return changes.run(event, s -> ReactionRules.edit(s, m.room(), m.rev(), m.on(), id)).mapEmpty();
  }
}
