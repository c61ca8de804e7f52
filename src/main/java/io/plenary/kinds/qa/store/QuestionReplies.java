package io.plenary.kinds.qa.store;

import io.plenary.kinds.qa.DeclineReason;
import io.plenary.kinds.qa.QuestionState;
import io.plenary.kinds.qa.Transitions;
import io.plenary.kinds.qa.service.QuestionStore.AskOutcome;
import io.plenary.kinds.qa.service.QuestionStore.Asked;
import io.plenary.kinds.qa.service.QuestionStore.Asker;
import io.plenary.kinds.qa.service.QuestionStore.AuditLine;
import io.plenary.kinds.qa.service.QuestionStore.Cast;
import io.plenary.kinds.qa.service.QuestionStore.CommitOutcome;
import io.plenary.kinds.qa.service.QuestionStore.Committed;
import io.plenary.kinds.qa.service.QuestionStore.Entry;
import io.plenary.kinds.qa.service.QuestionStore.Moved;
import io.plenary.kinds.qa.service.QuestionStore.Standing;
import io.plenary.kinds.qa.service.QuestionStore.UpvoteOutcome;
import io.vertx.redis.client.Response;
import io.vertx.redis.client.ResponseType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the scripts about questions answer. */
final class QuestionReplies {
  private static final String NONE = "-";

  private QuestionReplies() {}

  static Asked asked(Response reply) {
    if (reply.type() == ResponseType.NUMBER) {
      return new Asked(
          switch (reply.toInteger()) {
            case 3 -> AskOutcome.NOT_ASKING;
            case 4 -> AskOutcome.LIMIT;
            case 5 -> AskOutcome.OTHER_ROUND;
            case 6 -> AskOutcome.FINALISED;
            case 8 -> AskOutcome.FULL;
            case 9 -> AskOutcome.WITHDREW_TOO_MANY;
            case 10 -> AskOutcome.LATER;
            case 7 -> AskOutcome.GONE;
            default -> throw new IllegalStateException("ask_questions.lua answers " + reply);
          },
          null,
          null);
    }
    String[] parts = reply.toString().split(" ", 3);
    return new Asked(
        parts[0].equals("1") ? AskOutcome.STORED : AskOutcome.REPEATED,
        parts[1],
        QuestionState.valueOf(parts[2]));
  }

  static Cast cast(Response reply) {
    if (reply.type() == ResponseType.NUMBER) {
      return new Cast(
          switch (reply.toInteger()) {
            case 1 -> UpvoteOutcome.COUNTED;
            case 2 -> UpvoteOutcome.REPEATED;
            case 4 -> UpvoteOutcome.NOT_UPVOTABLE;
            case 6 -> UpvoteOutcome.FINALISED;
            case 7 -> UpvoteOutcome.GONE;
            default -> throw new IllegalStateException("cast_upvotes.lua answers " + reply);
          },
          null);
    }
    String[] parts = reply.toString().split(" ", 3);
    return new Cast(
        UpvoteOutcome.SUPERSEDED, new Standing(Long.parseLong(parts[1]), parts[2].equals("1")));
  }

  static Committed committed(Response reply) {
    if (reply.type() != ResponseType.NUMBER) {
      return new Committed(CommitOutcome.CONFLICT, reply.toString().substring(2));
    }
    return new Committed(
        switch (reply.toInteger()) {
          case 1 -> CommitOutcome.COMMITTED;
          case 6 -> CommitOutcome.FINALISED;
          case 7 -> CommitOutcome.GONE;
          default -> throw new IllegalStateException("commit_questions.lua answers " + reply);
        },
        null);
  }

  /** Null when there is no such Q&A. */
  static @Nullable Moved moved(Response reply, String epoch) {
    if (reply.size() == 0) return null;
    List<Entry> entries = new ArrayList<>();
    Response docs = reply.get(4);
    for (int i = 0; i < docs.size(); i += 3) {
      entries.add(
          QuestionDocuments.read(docs.get(i + 1).toString(), asker(docs.get(i + 2).toString())));
    }
    Map<String, Integer> counts = new HashMap<>();
    Response flat = reply.get(5);
    for (int i = 0; i < flat.size(); i += 2) {
      counts.put(flat.get(i).toString(), flat.get(i + 1).toInteger());
    }
    return new Moved(
        epoch,
        reply.get(0).toLong(),
        reply.get(1).toInteger() == 1,
        reply.get(2).toLong(),
        reply.get(3).toInteger() == 1,
        entries,
        counts);
  }

  private static @Nullable Asker asker(String text) {
    int space = text.indexOf(' ');
    return space < 0 ? null : new Asker(text.substring(0, space), text.substring(space + 1));
  }

  static String write(AuditLine line) {
    return String.join(
        " ",
        Long.toString(line.minute()),
        line.who(),
        line.act().name(),
        line.question(),
        line.from().name(),
        line.to().name(),
        line.reason() == null ? NONE : line.reason().name());
  }

  static AuditLine auditLine(String text) {
    String[] part = text.split(" ", 7);
    return new AuditLine(
        Long.parseLong(part[0]),
        part[1],
        Transitions.valueOf(part[2]),
        part[3],
        QuestionState.valueOf(part[4]),
        QuestionState.valueOf(part[5]),
        part[6].equals(NONE) ? null : DeclineReason.valueOf(part[6]));
  }
}
