package io.plenary.kinds.qa.service;

import io.plenary.activity.service.EventCache;
import io.plenary.activity.service.EventStore.Key;
import io.plenary.activity.service.EventStore.LoadedEvent;
import io.plenary.activity.service.Refusals;
import io.plenary.event.Reason;
import io.plenary.event.RuleViolation;
import io.plenary.kinds.qa.DeclineReason;
import io.plenary.kinds.qa.QaChange;
import io.plenary.kinds.qa.QaRules;
import io.plenary.kinds.qa.wire.ModerationAct;
import io.plenary.kinds.qa.wire.QaMessage.AnsweredQuestion;
import io.plenary.kinds.qa.wire.QaMessage.EraseQuestion;
import io.plenary.kinds.qa.wire.QaMessage.HighlightQuestion;
import io.plenary.kinds.qa.wire.QaMessage.MergeQuestion;
import io.plenary.kinds.qa.wire.QaMessage.ModerateQuestions;
import io.plenary.kinds.qa.wire.QaMessage.SetBurstAside;
import io.plenary.kinds.qa.wire.QaMessage.UnmergeQuestion;
import io.plenary.kinds.qa.wire.QaMessage.WithdrawQuestion;
import io.plenary.kinds.qa.wire.QaServerMessage.Moderated;
import io.plenary.kinds.qa.wire.QaWire.QueueRef;
import io.plenary.kinds.qa.wire.QueueWire.NotDone;
import io.plenary.protocol.ErrorCode;
import io.plenary.protocol.ServerMessage;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is done with single questions: from the wire to a rule, to the store. {@code who} stands in
 * the audit trail.
 */
public final class QuestionCommands {
  private final Moderation moderation;
  private final EventCache board;

  public QuestionCommands(Moderation moderation, EventCache board) {
    this.moderation = moderation;
    this.board = board;
  }

  /**
   * Each by itself; what was not done is named with the reason. Fails only when nothing is known of
   * any of them.
   */
  public Future<ServerMessage> moderate(String event, String who, ModerateQuestions m) {
    List<Future<Void>> acts = new ArrayList<>();
    for (QueueRef item : m.items()) {
      acts.add(moderation.run(event, m.activity(), who, rules -> act(rules, item, m.act())));
    }
    return Future.join(acts)
        .<ServerMessage>transform(
            all -> {
              List<String> done = new ArrayList<>();
              List<NotDone> conflicts = new ArrayList<>();
              for (int i = 0; i < acts.size(); i++) {
                String id = m.items().get(i).id();
                if (acts.get(i).succeeded()) done.add(id);
                else {
                  ServerMessage.Error error = Refusals.commandError(m.ref(), acts.get(i).cause());
                  conflicts.add(new NotDone(id, error.code(), error.message()));
                }
              }
              return Future.succeededFuture(new Moderated(m.ref(), done, conflicts));
            });
  }

  private static QaChange act(QaRules rules, QueueRef item, ModerationAct act) {
    String id = item.id();
    long rev = item.rev();
    if (act instanceof ModerationAct.Approve) return rules.approve(id, rev);
    if (act instanceof ModerationAct.Unpublish) return rules.unpublish(id, rev);
    if (act instanceof ModerationAct.Archive) return rules.archive(id, rev);
    if (act instanceof ModerationAct.Restore) return rules.restore(id, rev);
    if (act instanceof ModerationAct.Label label) {
      return rules.label(id, rev, label.add(), label.remove());
    }
    if (act instanceof ModerationAct.Correct correct) return rules.correct(id, rev, correct.text());
    if (act instanceof ModerationAct.Answer answer) return rules.answer(id, rev, answer.text());
    ModerationAct.Decline decline = (ModerationAct.Decline) act;
    return rules.decline(id, rev, DeclineReason.valueOf(decline.reason().name()), decline.note());
  }

  public Future<String> burst(String event, String who, SetBurstAside m) {
    return moderation.burst(event, m.activity(), who, m.minute(), m.aside()).mapEmpty();
  }

  public Future<String> merge(String event, String who, MergeQuestion m) {
    return run(event, m.activity(), who, rules -> rules.merge(m.id(), m.rev(), m.into()));
  }

  public Future<String> unmerge(String event, String who, UnmergeQuestion m) {
    return run(event, m.activity(), who, rules -> rules.unmerge(m.id(), m.rev()));
  }

  public Future<String> highlight(String event, String who, HighlightQuestion m) {
    return run(event, m.activity(), who, rules -> rules.highlight(number(m.n()), number(m.live())));
  }

  public Future<String> answered(String event, String who, AnsweredQuestion m) {
    return run(
        event,
        m.activity(),
        who,
        rules -> rules.answered((int) Math.min(m.n(), Integer.MAX_VALUE)));
  }

  public Future<String> erase(String event, String who, EraseQuestion m) {
    return run(event, m.activity(), who, rules -> rules.erase(m.id(), m.rev()));
  }

  /** By its asker, whom only {@code participant} proves. */
  public Future<String> withdraw(
      String event, String participant, AskerKeys keys, WithdrawQuestion m) {
    LoadedEvent loaded = board.peek(event);
    Key key = loaded == null ? null : loaded.answerKeys().get(m.activity());
    if (key == null) {
      return Future.failedFuture(
          new RuleViolation(Reason.UNKNOWN_QUESTION, ErrorCode.UNKNOWN_QUESTION.message()));
    }
    return moderation
        .asked(event, m.activity(), keys.askers(key, participant), m.question())
        .compose(
            id -> {
              if (id == null) {
                throw new RuleViolation(
                    Reason.UNKNOWN_QUESTION, ErrorCode.UNKNOWN_QUESTION.message());
              }
              return run(event, m.activity(), QuestionStore.ASKER, rules -> rules.withdraw(id));
            });
  }

  private Future<String> run(
      String event, String activity, String who, Function<QaRules, QaChange> rule) {
    return moderation.run(event, activity, who, rule).mapEmpty();
  }

  /** Null for null; beyond what a number can be is like no question. */
  private static @Nullable Integer number(@Nullable Long n) {
    return n == null ? null : (int) Math.min(n, Integer.MAX_VALUE);
  }
}
