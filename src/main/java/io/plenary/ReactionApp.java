package io.plenary;

import io.plenary.activity.service.Changes;
import io.plenary.activity.service.EventCache;
import io.plenary.activity.service.Kinds;
import io.plenary.activity.service.SnapshotCache;
import io.plenary.hub.Hub;
import io.plenary.identity.Ids;
import io.plenary.kinds.reactions.service.Reacting;
import io.plenary.kinds.reactions.service.ReactionCommands;
import io.plenary.kinds.reactions.service.ReactionFrames;
import io.plenary.kinds.reactions.service.ReactionKind;
import io.plenary.kinds.reactions.service.ReactionSeal;
import io.plenary.kinds.reactions.service.ReactionStore;
import io.plenary.kinds.reactions.service.ReactionTicker;
import io.plenary.kinds.reactions.service.ReactionTotals;
import io.plenary.kinds.reactions.service.ReactionViews;
import io.plenary.transport.SharedReactions;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/** Where the parts of reactions meet. */
final class ReactionApp {
  private ReactionApp() {}

  static SharedReactions start(
      Vertx vertx,
      Context owner,
      ReactionStore store,
      EventCache board,
      Kinds kinds,
      Changes changes,
      SnapshotCache feeds,
      Hub hub,
      Ids ids) {
    ReactionTotals totals = new ReactionTotals();
    ReactionTicker ticker =
        new ReactionTicker(board, store, totals, new ReactionFrames(feeds, hub), owner);
    Reacting reacting = new Reacting(board, store, ticker::moved, System::nanoTime);
    kinds.add(new ReactionKind(new ReactionViews(totals), ticker::moved, new ReactionSeal(store)));
    ticker.start(vertx);
    reacting.start(vertx);
    return new SharedReactions(reacting, new ReactionCommands(changes, ids::id));
  }
}
