package io.plenary;

import io.plenary.hub.Hub;
import io.plenary.identity.Ids;
import io.plenary.reaction.service.Reacting;
import io.plenary.reaction.service.ReactionCommands;
import io.plenary.reaction.service.ReactionFrames;
import io.plenary.reaction.service.ReactionKind;
import io.plenary.reaction.service.ReactionSeal;
import io.plenary.reaction.service.ReactionStore;
import io.plenary.reaction.service.ReactionTicker;
import io.plenary.reaction.service.ReactionTotals;
import io.plenary.reaction.service.ReactionViews;
import io.plenary.room.service.Board;
import io.plenary.room.service.Changes;
import io.plenary.room.service.Feeds;
import io.plenary.room.service.Kinds;
import io.plenary.transport.SharedReactions;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/** Where the parts of reactions meet. */
final class ReactionApp {
  private ReactionApp() {}

  static SharedReactions start(Vertx vertx, Context owner, ReactionStore store, Board board, Kinds kinds, Changes changes, Feeds feeds, Hub hub,
      Ids ids) {
    ReactionTotals totals = new ReactionTotals();
    ReactionTicker ticker = new ReactionTicker(board, store, totals, new ReactionFrames(feeds, hub), owner);
    Reacting reacting = new Reacting(board, store, ticker::moved, System::nanoTime);
    kinds.add(new ReactionKind(new ReactionViews(totals), ticker::moved, new ReactionSeal(store)));
    ticker.start(vertx);
    reacting.start(vertx);
    return new SharedReactions(reacting, new ReactionCommands(changes, ids::id));
  }
}
