package io.plenary.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plenary.voting.Answer;
import io.plenary.voting.BallotActivity;
import io.plenary.voting.Recount;
import io.plenary.voting.Tally;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Results of one activity with ballots, in its present round.
 *
 * @param room name of the room
 * @param tally what the ballots give, or, while there are none, what was published last
 * @param ballots word of every counted ballot; null until the result is complete, and when too few
 *     answered to show it. Sorted here, so that their order says nothing.
 * @param receipts hash of every voter's receipt, 64 hex digits, once nobody can find out any more
 *     who voted what; else null. Sorted here, so that their order says nothing.
 * @param recountAgrees whether counting the ballots again gave what the store had counted
 * @param complete whether the activity is closed and no vote on its way can count any more
 */
public record BallotResults<A extends BallotActivity>(
    BallotFile<A, ?> file,
    String room,
    A activity,
    Turnout turnout,
    Tally tally,
    @Nullable List<String> ballots,
    @Nullable List<String> receipts,
    boolean recountAgrees,
    boolean complete)
    implements ActivityResults {

  /**
   * @throws IllegalArgumentException if a recount is said to agree and the ballots say otherwise
   */
  public BallotResults {
    ballots = ballots == null ? null : ballots.stream().sorted().toList();
    receipts = receipts == null ? null : receipts.stream().sorted().toList();
    if (ballots != null && recountAgrees && !agree(activity, ballots, tally, turnout)) {
      throw new IllegalArgumentException(
          "the ballots of activity " + activity.id() + " do not give its counts");
    }
  }

  /** What is published, as on every screen; once that is complete, recounted from the ballots. */
  static <A extends BallotActivity> BallotResults<A> of(
      BallotFile<A, ?> file, String room, A activity, Recount found) {
    Tally shown = found.shown();
    boolean whole = shown.complete() && shown.whole();
    Tally tally = whole ? found.recounted(activity.paper()) : shown;
    long notShown = whole ? 0 : shown.answers() - shown.voted() - shown.abstained();
    return new BallotResults<>(
        file,
        room,
        activity,
        Turnout.of(shown.connected(), tally.voted(), tally.abstained(), notShown, tally.late()),
        tally,
        whole ? found.ballots() : null,
        found.receipts(),
        found.agrees(activity.paper()),
        shown.complete());
  }

  public Counted counted() {
    return new Counted(tally, turnout.withheld());
  }

  String sort() {
    return file.sort(activity);
  }

  @Nullable String abstainLabel() {
    return file.abstain(activity);
  }

  @Override
  public boolean opened() {
    return !state().equals("draft");
  }

  String state() {
    return activity.isFinal() ? "final" : activity.state().name().toLowerCase(Locale.ROOT);
  }

  /** The answers of the ballots; null as the ballots are. */
  public @Nullable List<Answer> answers() {
    return ballots == null ? null : ballots.stream().map(activity.paper()::answer).toList();
  }

  /**
   * What is to be said of a result that is not that of everybody who answered, or not the last;
   * null when there is nothing to say.
   */
  public @Nullable String note() {
    if (turnout.withheld()) {
      return complete
          ? "Fewer than five people answered, so the result is not shown."
          : "Results appear from the fifth answer.";
    }
    if (complete) return null;
    if (turnout.answered() == 0) return "Nobody has voted yet.";
    return "Result of the first "
        + (turnout.voted() + turnout.abstained())
        + " answers; "
        + turnout.answered()
        + " have voted.";
  }

  @Override
  public void write(ObjectNode into) {
    into.put("id", activity.id())
        .put("room", room)
        .put("question", activity.title())
        .put("state", state())
        .put("round", activity.round());
    file.asked(activity).write(into.putObject("asked"));
    numbers(into);
    List<Answer> answers = answers();
    if (answers == null) {
      into.putNull("ballots");
    } else {
      file.ballots(activity, tally, answers, into.putArray("ballots"));
    }
    if (receipts == null) into.putNull("receipts");
    else receipts.forEach(into.putArray("receipts")::add);
    into.putObject("recount").put("agrees", recountAgrees);
  }

  /** Counts, without the ballots they were counted from. */
  @Override
  public void report(ObjectNode into, ReportScope scope) {
    if (!scope.shared()) into.put("id", activity.id());
    into.put("room", room).put("question", activity.title()).put("state", state());
    file.terms(activity, into.putObject("terms"));
    numbers(into);
    into.put("receipts", receipts == null ? null : (Integer) receipts.size());
  }

  private void numbers(ObjectNode into) {
    into.putObject("base").put("of", "voters").put("count", turnout.voted());
    into.put("connected", turnout.connected())
        .put("voted", turnout.voted())
        .put("abstained", turnout.abstained())
        .put("notShown", turnout.notShown())
        .put("notVoted", turnout.notVoted())
        .put("rejected", turnout.rejected());
    file.result(activity, counted(), into);
    into.put("abstainLabel", abstainLabel()).put("complete", complete).put("note", note());
  }

  @Override
  public List<ResultRow> rows() {
    BallotRows rows = new BallotRows(this);
    file.rows(activity, counted(), rows);
    return rows.rows();
  }

  private static boolean agree(
      BallotActivity activity, List<String> ballots, Tally tally, Turnout turnout) {
    Tally found = Recount.count(activity.paper(), tally, ballots);
    return found.counts().equals(tally.counts())
        && found.voted() == turnout.voted()
        && found.abstained() == turnout.abstained();
  }
}
