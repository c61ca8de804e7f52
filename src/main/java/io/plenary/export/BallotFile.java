package io.plenary.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plenary.activity.Activity;
import io.plenary.protocol.BadMessage;
import io.plenary.protocol.Fields;
import io.plenary.protocol.Shapes;
import io.plenary.protocol.WireDraft;
import io.plenary.voting.Answer;
import io.plenary.voting.BallotActivity;
import io.plenary.voting.Recount;
import io.plenary.voting.Tally;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A kind with ballots as files know it. A kind says how its draft is read and written, and what its
 * numbers are called; turnout, steps, ballots, receipts and the recount are the same for all. An
 * entry of {@code results} holds what was asked in the shape of an event file, so that {@code
 * verify} makes the activity of it, counts the ballots with the kind's {@code BallotType}, writes
 * the result anew and compares.
 *
 * @param <A> activities of the kind
 * @param <D> what organisers write of one
 */
public abstract class BallotFile<A extends BallotActivity, D extends WireDraft>
    implements FileKind {
  private final Class<A> activities;
  private final Class<D> drafts;

  protected BallotFile(Class<A> activities, Class<D> drafts) {
    this.activities = activities;
    this.drafts = drafts;
  }

  /** As on the wire; refuses members it does not know. */
  protected abstract D draft(Fields fields) throws BadMessage;

  /** What organisers would send to have the same asked, with the ids of its options. */
  protected abstract D draft(A activity);

  /**
   * A new activity; ids of options that the draft gives are kept, because ballots name them.
   *
   * @throws io.plenary.event.RuleViolation if the draft contradicts itself
   */
  protected abstract A create(String id, D draft);

  /** Label of the way to abstain; null if there is none. */
  protected abstract @Nullable String abstain(A activity);

  /**
   * Adds what the tally says, in the kind's own shape: nothing that does not follow from activity
   * and tally, and only numbers that {@link Counted} shows.
   */
  protected abstract void result(A activity, Counted counted, ObjectNode into);

  /**
   * Adds how it was asked, as far as people must know it to read the result; nothing that the room
   * was not told.
   */
  protected void terms(A activity, ObjectNode into) {}

  /**
   * Adds the ballots, in an order that says nothing: the entries of each as people sent them, null
   * for one that abstains. A kind that keeps some of them back {@link #recount recounts} itself.
   *
   * @param tally what these give
   */
  protected void ballots(A activity, Tally tally, List<Answer> answers, ArrayNode into) {
    for (Answer answer : answers) {
      if (answer.abstain()) into.addNull();
      else answer.entries().forEach(into.addArray()::add);
    }
  }

  /**
   * The tally of the ballots that a file has.
   *
   * @param results with {@code ballots}, a list, and what {@link #result} wrote
   * @param wrong told of each ballot that cannot be
   */
  protected Tally recount(A activity, JsonNode results, Consumer<String> wrong) {
    return FiledBallots.count(activity, results, wrong);
  }

  /** Adds the numbers of the result: the first measure of an option is what matters most. */
  protected abstract void rows(A activity, Counted counted, BallotRows to);

  /** The word for the kind in tables, where it has several sorts that the codebook explains. */
  protected String sort(A activity) {
    return kind();
  }

  /** Whose shares percentages are, as a sentence ends; null: of those who voted. */
  protected @Nullable String percentagesOf() {
    return null;
  }

  /**
   * Whether a measure of {@link #rows} has a column on the sheet of an activity; others stand in
   * the sheet of all data and in CSV alone.
   */
  protected boolean inTable(String measure) {
    return true;
  }

  /** Adds to the sheet of one activity what {@link #rows} cannot say. */
  protected void tables(BallotResults<A> results, ActivitySheet to) {}

  @Override
  public final Place place() {
    return Place.RUN_ORDER;
  }

  @Override
  public final boolean inCsv() {
    return true;
  }

  @Override
  public final FileDraft read(Fields activity) throws BadMessage {
    String notes = activity.has(Shapes.NOTES) ? Shapes.notes(activity) : "";
    return new FileDraft(kind(), draft(activity), notes);
  }

  @Override
  public final FileDraft file(Activity activity) {
    A ballot = activities.cast(activity);
    return new FileDraft(kind(), draft(ballot), ballot.notes());
  }

  /** What was asked, for results: whoever reads them never sees the notes of those who ran it. */
  final FileDraft asked(A activity) {
    return new FileDraft(kind(), draft(activity), "");
  }

  @Override
  public final A make(String id, FileActivity from) {
    FileDraft file = (FileDraft) from;
    A made = create(id, drafts.cast(file.draft()));
    return activities.cast(made.at(made.at().with(file.notes())));
  }

  @Override
  public final Checked check(JsonNode results, boolean lossy) {
    return new BallotCheck<>(this, results, lossy).checked();
  }

  /**
   * The results of one of its activities.
   *
   * @param room name of the room
   */
  public final BallotResults<A> results(String room, BallotActivity activity, Recount found) {
    return BallotResults.of(this, room, activities.cast(activity), found);
  }

  @Override
  @SuppressWarnings("unchecked") // results of this kind are made by this class alone
  public final void tables(ActivityResults results, ActivitySheet to) {
    tables((BallotResults<A>) results, to);
  }
}
