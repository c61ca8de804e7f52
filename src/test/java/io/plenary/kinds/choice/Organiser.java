package io.plenary.kinds.choice;

import io.plenary.ManualLoop;
import io.plenary.activity.EventState;
import io.plenary.activity.service.Changes;
import io.plenary.activity.service.Connection;
import io.plenary.activity.service.EventCache;
import io.plenary.activity.service.ModelStore;
import io.plenary.words.Results;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;

/**
 * An organiser before a screen, on a node of their own whose memory and calls to the store lag as
 * the test likes.
 */
final class Organiser {
  private final ModelStore store;
  private final ManualLoop loop = new ManualLoop();
  private final Connection connection;
  private final EventCache board;
  private final Changes changes;

  /** What the screen shows. */
  private EventState seen;

  Organiser(ModelStore store) {
    this.store = store;
    connection = new Connection(store);
    board = new EventCache(connection, loop.context());
    changes = new Changes(connection, board, loop.context());
    board.refresh(Polls.EVENT);
    loop.run();
    connection.holding = true;
    seen = board.peek(Polls.EVENT).state();
  }

  /** The screen catches up with the node, and the node begins to catch up with the store. */
  void look() {
    seen = board.peek(Polls.EVENT).state();
    board.refresh(Polls.EVENT);
    loop.run();
  }

  void release() {
    connection.release();
    loop.run();
  }

  void releaseAll() {
    while (connection.release()) loop.run();
  }

  Command command(int n, String fresh) {
    List<String> polls = new ArrayList<>(seen.activities().keySet().stream().sorted().toList());
    if (polls.isEmpty()) polls.add("none");
    Command.Kind kind = Command.Kind.values()[n % Command.Kind.values().length];
    n /= Command.Kind.values().length;
    String poll = polls.get(n % polls.size());
    n /= polls.size();
    String after = n % 4 == 0 ? null : polls.get(n % polls.size());
    Command command = new Command(kind, poll, after, Results.values()[n % 3], fresh, seen);
    command.from = store.history.size() - 1;
    command.until = Integer.MAX_VALUE;
    changes
        .run(Polls.EVENT, s -> command.decided = command.apply(s))
        .onComplete(
            done -> {
              command.answer =
                  done.succeeded() ? Future.succeededFuture() : Future.failedFuture(done.cause());
              command.until = store.history.size();
            });
    loop.run();
    return command;
  }
}
