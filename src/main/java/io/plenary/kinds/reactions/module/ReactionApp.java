package io.plenary.kinds.reactions.module;

import io.plenary.activity.service.ActivityKind;
import io.plenary.export.service.ActivityExport;
import io.plenary.kinds.reactions.service.Reacting;
import io.plenary.kinds.reactions.service.ReactionAnonymiser;
import io.plenary.kinds.reactions.service.ReactionCommands;
import io.plenary.kinds.reactions.service.ReactionExport;
import io.plenary.kinds.reactions.service.ReactionFrames;
import io.plenary.kinds.reactions.service.ReactionKind;
import io.plenary.kinds.reactions.service.ReactionStore;
import io.plenary.kinds.reactions.service.ReactionTicker;
import io.plenary.kinds.reactions.service.ReactionTotals;
import io.plenary.kinds.reactions.service.ReactionViews;
import io.plenary.kinds.reactions.store.RedisReactionStore;
import io.plenary.kinds.reactions.transport.ReactionMessages;
import io.plenary.module.KindService;
import io.plenary.module.LoopServices;
import io.plenary.module.NodeServices;
import io.plenary.transport.KindHandlers;

/** Where the parts of reactions meet. */
final class ReactionApp implements KindService {
  private final NodeServices node;
  private final ReactionStore store;
  private final Reacting reacting;
  private final ReactionKind kind;

  ReactionApp(NodeServices node) {
    this.node = node;
    store = new RedisReactionStore(node.link());
    ReactionTotals totals = new ReactionTotals();
    ReactionTicker ticker =
        new ReactionTicker(
            node.board(),
            store,
            totals,
            new ReactionFrames(node.feeds(), node.hub()),
            node.owner());
    reacting = new Reacting(node.board(), store, ticker::moved, System::nanoTime);
    kind =
        new ReactionKind(new ReactionViews(totals), ticker::moved, new ReactionAnonymiser(store));
    ticker.start(node.vertx());
    reacting.start(node.vertx());
  }

  @Override
  public ActivityKind kind() {
    return kind;
  }

  @Override
  public ActivityExport export() {
    return new ReactionExport(store);
  }

  @Override
  public KindHandlers handlers(LoopServices loop) {
    return new ReactionMessages(
        reacting, new ReactionCommands(node.changes(), node.ids()::id), node.meters());
  }
}
