package io.plenary.kinds.qa.module;

import io.plenary.abuse.AbuseLists;
import io.plenary.activity.Activity;
import io.plenary.activity.Room;
import io.plenary.activity.service.ActivityKind;
import io.plenary.activity.service.EventCache;
import io.plenary.activity.service.EventStore.LoadedEvent;
import io.plenary.export.ResultsJson;
import io.plenary.export.service.ActivityExport;
import io.plenary.identity.Hmac;
import io.plenary.identity.Ids;
import io.plenary.kinds.qa.Qa;
import io.plenary.kinds.qa.export.QuestionsCsv;
import io.plenary.kinds.qa.service.HmacAskers;
import io.plenary.kinds.qa.service.Moderation;
import io.plenary.kinds.qa.service.ModeratorPresence;
import io.plenary.kinds.qa.service.OwnFeeds;
import io.plenary.kinds.qa.service.QaAnonymiser;
import io.plenary.kinds.qa.service.QaBoard;
import io.plenary.kinds.qa.service.QaCommands;
import io.plenary.kinds.qa.service.QaInterest;
import io.plenary.kinds.qa.service.QaKind;
import io.plenary.kinds.qa.service.QaNumbers;
import io.plenary.kinds.qa.service.QaRecounts;
import io.plenary.kinds.qa.service.QaTicker;
import io.plenary.kinds.qa.service.QaViews;
import io.plenary.kinds.qa.service.QuestionBatches;
import io.plenary.kinds.qa.service.QuestionCommands;
import io.plenary.kinds.qa.service.QuestionExport;
import io.plenary.kinds.qa.service.QuestionLists;
import io.plenary.kinds.qa.service.QuestionStore;
import io.plenary.kinds.qa.service.QuestionSubmission;
import io.plenary.kinds.qa.service.Queue;
import io.plenary.kinds.qa.service.QueueItems;
import io.plenary.kinds.qa.service.StaffNames;
import io.plenary.kinds.qa.service.Upvotes;
import io.plenary.kinds.qa.store.RedisHandSignals;
import io.plenary.kinds.qa.store.RedisQuestionStore;
import io.plenary.kinds.qa.transport.LoopQa;
import io.plenary.kinds.qa.transport.QaMessages;
import io.plenary.kinds.qa.transport.QaOutcomes;
import io.plenary.kinds.qa.transport.SharedQa;
import io.plenary.kinds.qa.wire.QaMessage.EditQuestions;
import io.plenary.kinds.qa.wire.QaWire;
import io.plenary.module.KindService;
import io.plenary.module.LoopServices;
import io.plenary.module.NodeServices;
import io.plenary.transport.Downloads.Type;
import io.plenary.transport.KindDownload;
import io.plenary.transport.KindHandlers;
import io.plenary.words.ActivityState;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.List;

/** Where the parts of questions from the room meet. */
final class QaApp implements KindService {
  private final NodeServices node;
  private final QuestionStore store;
  private final QaBoard questions;
  private final QaKind kind;
  private final SharedQa shared;

  QaApp(NodeServices node) {
    this.node = node;
    Vertx vertx = node.vertx();
    Context owner = node.owner();
    EventCache board = node.board();
    Ids ids = node.ids();
    store = new RedisQuestionStore(node.link());
    questions =
        new QaBoard(
            board, store, owner, ids::id, new QaInterest(node.hub()::events, Clock.systemUTC()));
    QaViews views = new QaViews(questions);
    QueueItems items =
        new QueueItems(
            AbuseLists.load(),
            new StaffNames(node.accountName()),
            work -> owner.runOnContext(v -> work.run()));
    ModeratorPresence hands = new ModeratorPresence(board, node.hub(), owner, ids.id());
    QaNumbers numbers = new QaNumbers(board, questions, views, node.feeds(), node.hub());
    kind = new QaKind(views, questions::moved, new QaAnonymiser(store));
    questions.start(vertx);
    new QaRecounts(board, store, node.claims(), vertx, questions::moved).start(questions);
    new QaTicker(board, questions, items, node.hub()).start(vertx);
    numbers.start(vertx);
    hands.start(vertx);
    hands.share(new RedisHandSignals(node.link(), node.subscriber()));
    Moderation moderation = new Moderation(board, questions, store, owner, Clock.systemUTC());
    shared =
        new SharedQa(
            board,
            questions,
            new QuestionLists(questions),
            new QuestionCommands(moderation, board),
            new QaCommands(node.changes(), ids::id),
            new Queue(questions, items, hands, owner),
            hands);
  }

  @Override
  public ActivityKind kind() {
    return kind;
  }

  @Override
  public ActivityExport export() {
    return new QuestionExport(store);
  }

  @Override
  public List<KindDownload> downloads() {
    return List.of(
        new KindDownload(
            Qa.KIND,
            "questions",
            Type.CSV,
            (found, now) -> QuestionsCsv.write(found),
            (found, now) -> QuestionsCsv.writePublic(found)),
        new KindDownload(Qa.KIND, "questions", Type.JSON, ResultsJson::write, ResultsJson::write));
  }

  @Override
  public KindHandlers handlers(LoopServices loop) {
    EventCache board = node.board();
    QuestionBatches batches =
        new QuestionBatches(new RedisQuestionStore(loop.link()), loop.loop(), node.batchSize());
    HmacAskers keys = new HmacAskers(new Hmac());
    LoopQa ways =
        new LoopQa(
            new QuestionSubmission(
                board,
                questions,
                batches,
                keys,
                node.ids()::id,
                Clock.systemUTC(),
                questions::moved),
            new Upvotes(board, questions, batches, keys, questions::moved),
            new OwnFeeds(board, questions, keys, loop.loop()),
            keys,
            batches);
    return new QaMessages(shared, ways, loop.seat(), new QaOutcomes(node.meters()));
  }

  /**
   * Turns the questions of an event's first room on, if they are off: what is asked is seen at
   * once, because nobody is there to read it.
   */
  @Override
  public Future<Void> simulated(LoadedEvent event) {
    Room room = event.state().rooms().get(0);
    for (Activity each : event.state().alwaysOn(room).values()) {
      if (!(each instanceof Qa qa) || qa.state() != Qa.State.DRAFT) continue;
      QaWire.QaSettings settings =
          new QaWire.QaSettings(
              ActivityState.OPEN,
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
}
