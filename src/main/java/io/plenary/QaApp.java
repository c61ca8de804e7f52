package io.plenary;

import io.plenary.activity.Activity;
import io.plenary.activity.Room;
import io.plenary.activity.service.Changes;
import io.plenary.activity.service.EventCache;
import io.plenary.activity.service.EventStore.LoadedEvent;
import io.plenary.activity.service.Kinds;
import io.plenary.activity.service.SnapshotCache;
import io.plenary.hub.Hub;
import io.plenary.identity.Hmac;
import io.plenary.identity.Ids;
import io.plenary.kinds.qa.Qa;
import io.plenary.kinds.qa.service.AbuseLists;
import io.plenary.kinds.qa.service.Moderation;
import io.plenary.kinds.qa.service.ModeratorPresence;
import io.plenary.kinds.qa.service.OwnFeeds;
import io.plenary.kinds.qa.service.QaBoard;
import io.plenary.kinds.qa.service.QaCommands;
import io.plenary.kinds.qa.service.QaInterest;
import io.plenary.kinds.qa.service.QaKind;
import io.plenary.kinds.qa.service.QaNumbers;
import io.plenary.kinds.qa.service.QaRecounts;
import io.plenary.kinds.qa.service.QaSeal;
import io.plenary.kinds.qa.service.QaTicker;
import io.plenary.kinds.qa.service.QaViews;
import io.plenary.kinds.qa.service.QuestionBatches;
import io.plenary.kinds.qa.service.QuestionCommands;
import io.plenary.kinds.qa.service.QuestionLists;
import io.plenary.kinds.qa.service.QuestionStore;
import io.plenary.kinds.qa.service.QuestionSubmission;
import io.plenary.kinds.qa.service.Queue;
import io.plenary.kinds.qa.service.QueueItems;
import io.plenary.kinds.qa.service.StaffNames;
import io.plenary.kinds.qa.service.Upvotes;
import io.plenary.protocol.PollState;
import io.plenary.protocol.QaMessage.EditQuestions;
import io.plenary.protocol.QaWire;
import io.plenary.transport.LoopQa;
import io.plenary.transport.SharedQa;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;

/**
 * Where the parts of questions from the room meet; what each event loop has for itself is made by
 * {@link #loop}.
 */
final class QaApp {
  final SharedQa shared;
  private final EventCache board;
  private final Ids ids;
  private final QaBoard questions;

  QaApp(
      Vertx vertx,
      Context owner,
      QuestionStore store,
      EventCache board,
      Kinds kinds,
      Changes changes,
      SnapshotCache feeds,
      Hub hub,
      Ids ids,
      StaffNames names) {
    this.board = board;
    this.ids = ids;
    questions =
        new QaBoard(board, store, owner, ids::id, new QaInterest(hub::events, Clock.systemUTC()));
    QaViews views = new QaViews(questions);
    QueueItems items =
        new QueueItems(AbuseLists.load(), names, work -> owner.runOnContext(v -> work.run()));
    ModeratorPresence hands = new ModeratorPresence(board, hub, owner, ids.id());
    QaNumbers numbers = new QaNumbers(board, questions, views, feeds, hub);
    kinds.add(new QaKind(views, questions::moved, new QaSeal(store)));
    questions.start(vertx);
    new QaRecounts(board, store, questions::moved).start(questions);
    new QaTicker(board, questions, items, hub).start(vertx);
    numbers.start(vertx);
    hands.start(vertx);
    Moderation moderation = new Moderation(board, questions, store, owner, Clock.systemUTC());
    shared =
        new SharedQa(
            board,
            questions,
            new QuestionLists(questions),
            new QuestionCommands(moderation, board),
            new QaCommands(changes, ids::id),
            new Queue(questions, items, hands, owner),
            hands);
  }

  /**
   * Turns the questions of an event's first room on, if they are off: what is asked is seen at
   * once, because nobody is there to read it.
   */
  Future<Void> open(LoadedEvent event) {
    Room room = event.state().rooms().get(0);
    for (Activity standing : event.state().standing(room).values()) {
      if (!(standing instanceof Qa qa) || qa.state() != Qa.State.DRAFT) continue;
      QaWire.QaSettings settings =
          new QaWire.QaSettings(
              PollState.OPEN,
              QaWire.Check.AFTER,
              QaWire.Names.valueOf(qa.settings().names().name()),
              qa.settings().maxLength(),
              qa.settings().perPerson(),
              qa.settings().openCounts());
      return shared
          .settings()
          .edit(event.state().event().id(), new EditQuestions(1, room.id(), qa.rev(), settings))
          .mapEmpty();
    }
    return Future.succeededFuture();
  }

  /** The ways of questions and upvotes on one event loop. */
  LoopQa loop(QuestionBatches batches, Context loop) {
    HmacAskers keys = new HmacAskers(new Hmac());
    return new LoopQa(
        new QuestionSubmission(
            board, questions, batches, keys, ids::id, Clock.systemUTC(), questions::moved),
        new Upvotes(board, questions, batches, keys, questions::moved),
        new OwnFeeds(board, questions, keys, loop),
        keys);
  }
}
