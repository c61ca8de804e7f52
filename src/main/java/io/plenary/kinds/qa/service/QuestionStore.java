package io.plenary.kinds.qa.service;

import io.plenary.activity.service.StoreUnavailable;
import io.plenary.kinds.qa.DeclineReason;
import io.plenary.kinds.qa.QaChange;
import io.plenary.kinds.qa.Question;
import io.plenary.kinds.qa.QuestionState;
import io.plenary.kinds.qa.Transitions;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Port: where questions and upvotes live and are counted. Futures fail with {@link
 * StoreUnavailable} while the store cannot answer; a batch that failed so may or may not have taken
 * effect, and sending the same again is right in both cases.
 */
public interface QuestionStore {
  /** Who acts on a question as the one who asked it. */
  String ASKER = "asker";

  /**
   * A question on its way in.
   *
   * @param phoneId made by the phone, the same however often it sends it
   * @param asker key of the person, one for anonymous questions and another for signed ones
   * @param question WAITING, revision 1, under an id that is used only if this phone's question is
   *     new
   */
  record Ask(String phoneId, String asker, long round, Question question) {}

  enum AskOutcome {
    STORED,
    /** This very question was stored before. */
    REPEATED,
    /** No questions are taken now. */
    NOT_ASKING,
    /** The person has as many as one may. */
    LIMIT,
    /** The person took back as many as one may. */
    WITHDREW_TOO_MANY,
    /** As many wait or are public as may. */
    FULL,
    /** Very many wait or are public, and this person is new: they are taken one after the other. */
    LATER,
    /** The Q&A was reset. */
    OTHER_ROUND,
    /** Whether it was asked before cannot be known any more. */
    FINALISED,
    GONE
  }

  /**
   * @param id with STORED and REPEATED, the question that stands; else null, as is {@code state}
   */
  record Asked(AskOutcome outcome, @Nullable String id, @Nullable QuestionState state) {}

  /**
   * @param question the server's id of the question that was named
   */
  record Upvote(String question, String upvoter, long seq, boolean on) {}

  enum UpvoteOutcome {
    /** It stands, on disk. */
    COUNTED,
    /** It stood before. */
    REPEATED,
    /** One with a higher sequence stands: {@link Cast#standing}. */
    SUPERSEDED,
    /** The question takes no upvotes. */
    NOT_UPVOTABLE,
    FINALISED,
    GONE
  }

  /**
   * @param standing with SUPERSEDED, what stands for the named question; else null
   */
  record Cast(UpvoteOutcome outcome, @Nullable Standing standing) {}

  record Standing(long seq, boolean on) {}

  enum CommitOutcome {
    COMMITTED,
    /**
     * A question, or which one is live, is not as the change was decided on. Nothing was written.
     */
    CONFLICT,
    /** Final: nothing but erasing is left, and groups stay. Nothing was written. */
    FINALISED,
    GONE
  }

  /**
   * @param question with CONFLICT, the id of the one that moved; empty when the live one is
   *     another; else null
   */
  record Committed(CommitOutcome outcome, @Nullable String question) {}

  /** Who asked, for those who may tell the asker. */
  record Asker(String key, String phoneId) {}

  /**
   * @param asker null once anonymised
   * @param by who acted on it last: id of the account, "remote" or "server"; null when its asker
   *     did
   */
  record Entry(Question question, @Nullable Asker asker, String by) {}

  /**
   * What moved after a version.
   *
   * @param epoch versions of different epochs cannot be compared: begin at 0 again
   * @param round another one than before means: forget everything and begin at 0 again
   * @param version all up to this one is in here; ask again from it when {@code more}
   * @param counts upvotes of roots that moved, by id
   */
  record Moved(
      String epoch,
      long round,
      boolean anonymised,
      long version,
      boolean more,
      List<Entry> entries,
      Map<String, Integer> counts) {
    public Moved {
      entries = List.copyOf(entries);
      counts = Map.copyOf(counts);
    }
  }

  /**
   * @param who id of the account, or "remote", "server", "asker"
   */
  record AuditLine(
      long minute,
      String who,
      Transitions act,
      String question,
      QuestionState from,
      QuestionState to,
      @Nullable DeclineReason reason) {}

  enum AnonymiseOutcome {
    /** Nothing of a single asker or upvoter is left, the key is deleted. */
    ANONYMISED,
    ALREADY,
    NOT_FINAL
  }

  /**
   * Stores a batch, in order, in one atomic step. With {@code check: after} a question is published
   * by it.
   */
  Future<List<Asked>> ask(String eventId, String qaId, List<Ask> asks);

  /**
   * Casts a batch, in order, in one atomic step. Taking back is taking back from the whole group of
   * the named question.
   */
  Future<List<Cast>> upvote(String eventId, String qaId, List<Upvote> upvotes);

  /**
   * Commits an act. Numbers of questions that become public are given by it.
   *
   * @param who id of the account, "remote", "server" or {@link #ASKER}
   */
  Future<Committed> commit(String eventId, String qaId, QaChange change, String who, long minute);

  /** Null when there is no such Q&A. */
  Future<Moved> since(String eventId, String qaId, long version);

  /** Id of the question one of these askers sent as {@code phoneId}; null when there is none. */
  Future<String> asked(String eventId, String qaId, List<String> askers, String phoneId);

  /**
   * Counts the people of every group again and mends what differs. Answers how many differed; never
   * more than 0 without a fault.
   */
  Future<Integer> recount(String eventId, String qaId);

  /**
   * People of every single question by id, merged or not, without those that have none. Kept when
   * anonymised.
   */
  Future<Map<String, Integer>> raw(String eventId, String qaId);

  /** The audit trail, oldest first. */
  Future<List<AuditLine>> audit(String eventId, String qaId);

  /**
   * How long ago it was last in use: turned on, off or read-only, asked, upvoted or acted on. In
   * milliseconds by the store's clock; very long when it never was.
   */
  Future<Long> idleMillis(String eventId, String qaId);

  /** Makes a final Q&A anonymous for good. */
  Future<AnonymiseOutcome> anonymise(String eventId, String qaId);
}
