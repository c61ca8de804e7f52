package io.plenary;

import io.plenary.hub.Hub;
import io.plenary.identity.Hmac;
import io.plenary.identity.Ids;
import io.plenary.qa.service.AbuseLists;
import io.plenary.qa.service.Asks;
import io.plenary.qa.service.Hands;
import io.plenary.qa.service.Moderation;
import io.plenary.qa.service.OwnFeeds;
import io.plenary.qa.service.OwnItems;
import io.plenary.qa.service.QaBoard;
import io.plenary.qa.service.QaCommands;
import io.plenary.qa.service.QaKind;
import io.plenary.qa.service.QaNumbers;
import io.plenary.qa.service.QaRecounts;
import io.plenary.qa.service.QaSeal;
import io.plenary.qa.service.QaTicker;
import io.plenary.qa.service.QaViews;
import io.plenary.qa.service.QuestionBatches;
import io.plenary.qa.service.QuestionCommands;
import io.plenary.qa.service.QuestionLists;
import io.plenary.qa.service.QuestionStore;
import io.plenary.qa.service.Queue;
import io.plenary.qa.service.QueueItems;
import io.plenary.qa.service.Upvotes;
import io.plenary.room.service.Board;
import io.plenary.room.service.Changes;
import io.plenary.room.service.Feeds;
import io.plenary.room.service.Kinds;
import io.plenary.transport.LoopQa;
import io.plenary.transport.SharedQa;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Clock;

/** Where the parts of questions from the room meet; what each event loop has for itself is made by {@link #loop}. */
final class QaApp {
  final SharedQa shared;
  private final Board board;
  private final Ids ids;
  private final QaBoard questions;
  private final OwnItems own;

  QaApp(Vertx vertx, Context owner, QuestionStore store, Board board, Kinds kinds, Changes changes, Feeds feeds, Hub hub, Ids ids) {
    this.board = board;
    this.ids = ids;
    questions = new QaBoard(board, store, owner, ids::id);
    own = new OwnItems(questions);
    QaViews views = new QaViews(questions);
    QueueItems items = new QueueItems(AbuseLists.load());
    Hands hands = new Hands(board, hub, owner);
    QaNumbers numbers = new QaNumbers(board, questions, views, feeds, hub);
    kinds.add(new QaKind(views, questions::moved, new QaSeal(store)));
    questions.start(vertx);
    new QaRecounts(store, questions::moved).start(board);
    new QaTicker(board, questions, items, hub).start(vertx);
    numbers.start(vertx);
    hands.start(vertx);
    Moderation moderation = new Moderation(board, questions, store, owner, Clock.systemUTC());
    shared = new SharedQa(board, questions, new QuestionLists(questions), new QuestionCommands(moderation, board),
        new QaCommands(changes, ids::id), new Queue(questions, items, hands, owner), hands);
  }

  /** The ways of questions and upvotes on one event loop. */
  LoopQa loop(QuestionBatches batches, Context loop) {
    HmacAskers keys = new HmacAskers(new Hmac());
    return new LoopQa(new Asks(board, batches, keys, ids::id, Clock.systemUTC(), questions::moved),
        new Upvotes(board, questions, batches, keys, questions::moved), new OwnFeeds(board, questions, own, keys, loop), keys);
  }
}
