package io.plenary.kinds.qa.store;

import io.plenary.activity.Change;
import io.plenary.activity.Change.Answers;
import io.plenary.activity.Change.PutActivity;
import io.plenary.activity.Room;
import io.plenary.activity.Stage;
import io.plenary.event.Event;
import io.plenary.kinds.qa.Qa;
import io.plenary.kinds.qa.QaChange;
import io.plenary.kinds.qa.QaRules;
import io.plenary.kinds.qa.QaSettings;
import io.plenary.kinds.qa.QaSettings.Check;
import io.plenary.kinds.qa.QaSettings.Names;
import io.plenary.kinds.qa.Question;
import io.plenary.kinds.qa.QuestionSet;
import io.plenary.kinds.qa.service.QuestionStore.Ask;
import io.plenary.kinds.qa.service.QuestionStore.Asked;
import io.plenary.kinds.qa.service.QuestionStore.Asker;
import io.plenary.kinds.qa.service.QuestionStore.Cast;
import io.plenary.kinds.qa.service.QuestionStore.CommitOutcome;
import io.plenary.kinds.qa.service.QuestionStore.Committed;
import io.plenary.kinds.qa.service.QuestionStore.Entry;
import io.plenary.kinds.qa.service.QuestionStore.Moved;
import io.plenary.kinds.qa.service.QuestionStore.Upvote;
import io.plenary.redis.Await;
import io.plenary.redis.RedisLink;
import io.plenary.redis.store.RedisEventStore;
import io.plenary.redis.store.StoreTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * One node with the Q&A "q" of event "e" on a real store: reads what moved, lets the rules decide,
 * commits. Blocking.
 */
final class QaDesk {
  static final String KEY = "plenary:{e}:activity:q";
  static final long MINUTE = 29_000_000;

  final RedisQuestionStore store;
  final RedisEventStore events;
  QuestionSet set = new QuestionSet();
  final Map<String, Integer> counts = new HashMap<>();
  final Map<String, Asker> askers = new HashMap<>();
  Qa qa;
  long version;

  QaDesk(RedisLink link) {
    store = new RedisQuestionStore(link);
    events = new RedisEventStore(link, StoreTest.ENTROPY, StoreTest.FORMATS);
  }

  static QaSettings settings(Check check, int perPerson) {
    return new QaSettings(check, Names.CHOICE, 1_000, perPerson, false);
  }

  static Qa open(Check check, int perPerson) {
    return new Qa("q", 1, 1, Qa.State.OPEN, true, settings(check, perPerson));
  }

  void create(Qa fresh) {
    qa = fresh;
    Event event = StoreTest.event("e", "ABCDEF");
    Await.result(
        events.create(
            event,
            List.of(new Room("r", 1, "Main hall", List.of(), List.of("q"), Stage.join())),
            List.of(fresh)));
  }

  void become(Qa.State state, boolean asking, Answers answers) {
    Qa next =
        new Qa(
            "q",
            qa.rev() + 1,
            qa.round() + (answers == Answers.DELETE ? 1 : 0),
            state,
            asking,
            qa.settings());
    var outcome = Await.result(events.commit("e", Change.of(new PutActivity(next, answers))));
    if (outcome != io.plenary.activity.service.EventStore.Outcome.COMMITTED) {
      throw new AssertionError(outcome);
    }
    qa = next;
  }

  void become(Qa.State state) {
    become(state, qa.asking(), Answers.KEEP);
  }

  static Ask question(String phone, String id, String asker, String text) {
    return new Ask(phone, asker, 1, Question.asked(id, text, null, MINUTE));
  }

  List<Asked> ask(Ask... asks) {
    return Await.result(store.ask("e", "q", List.of(asks)));
  }

  /** Asked by somebody of its own, and published. */
  void published(String... ids) {
    for (String id : ids) {
      ask(question("phone-" + id, id, "asker-" + id, "Question " + id));
      act(r -> r.approve(id, 1));
    }
  }

  List<Cast> upvote(Upvote... upvotes) {
    return Await.result(store.upvote("e", "q", List.of(upvotes)));
  }

  Cast upvote(String question, String person, long seq, boolean on) {
    return upvote(new Upvote(question, person, seq, on)).get(0);
  }

  /** Decides on what is newest. */
  Committed act(Function<QaRules, QaChange> act) {
    read();
    return commit(act.apply(rules()));
  }

  QaRules rules() {
    return new QaRules(qa, set, MINUTE + 1);
  }

  Committed commit(QaChange change) {
    Committed done = Await.result(store.commit("e", "q", change, "account", MINUTE + 1));
    if (done.outcome() == CommitOutcome.COMMITTED) read();
    return done;
  }

  QaDesk read() {
    Moved moved;
    do {
      moved = Await.result(store.since("e", "q", version));
      for (Entry entry : moved.entries()) {
        set.put(entry.question());
        askers.put(entry.question().id(), entry.asker());
      }
      counts.putAll(moved.counts());
      version = moved.version();
    } while (moved.more());
    return this;
  }

  Question at(String id) {
    return read().set.byId(id);
  }

  int count(String root) {
    return read().counts.getOrDefault(root, 0);
  }
}
