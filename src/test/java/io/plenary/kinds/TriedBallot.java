package io.plenary.kinds;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.plenary.event.Reason;
import io.plenary.event.RuleViolation;
import io.plenary.export.BallotFile;
import io.plenary.export.EventResults;
import io.plenary.protocol.ActivityMessage.CreateActivity;
import io.plenary.protocol.ActivityMessage.EditActivity;
import io.plenary.protocol.BadMessage;
import io.plenary.protocol.ClientMessage;
import io.plenary.protocol.Golden;
import io.plenary.protocol.RoomBallot;
import io.plenary.protocol.Wire;
import io.plenary.protocol.WireDraft;
import io.plenary.simulation.Taste;
import io.plenary.voting.Answer;
import io.plenary.voting.BallotActivity;
import io.plenary.voting.BallotType;
import io.plenary.voting.Recount;
import io.plenary.voting.Tally;
import io.plenary.voting.service.BallotKind;
import io.plenary.words.ActivityState;
import io.plenary.words.Results;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** One draft of a kind of ballot, and all that is registered of the kind. */
record TriedBallot<A extends BallotActivity>(
    BallotKind<A> kind, BallotFile<A, ?> file, Taste<?> taste, WireDraft draft) {
  private static final int PEOPLE = 200;

  /**
   * @param file name of the golden file
   */
  record Named(String file, TriedBallot<?> tried) {}

  /** The drafts of all golden files. */
  static Stream<Named> ofGoldenFiles() {
    return Golden.files("client").entrySet().stream()
        .flatMap(
            file -> {
              ClientMessage message = read(file.getValue());
              if (message instanceof CreateActivity create) {
                return named(file.getKey(), create.kind(), create.draft());
              }
              return message instanceof EditActivity edit
                  ? named(file.getKey(), edit.kind(), edit.draft())
                  : Stream.empty();
            });
  }

  private static Stream<Named> named(String file, String word, WireDraft draft) {
    return AllKinds.REGISTRY.ballots().stream()
        .filter(kind -> kind.kind().equals(word))
        .map(kind -> new Named(file, of(kind, draft)));
  }

  private static ClientMessage read(JsonNode message) {
    try {
      return AllKinds.REGISTRY.codec().decode(message.toString());
    } catch (BadMessage e) {
      throw new AssertionError(e);
    }
  }

  private static <A extends BallotActivity> TriedBallot<A> of(BallotKind<A> kind, WireDraft draft) {
    @SuppressWarnings("unchecked") // what is registered under one word is of one kind
    BallotFile<A, ?> file =
        (BallotFile<A, ?>)
            AllKinds.REGISTRY.files().stream()
                .filter(f -> f.kind().equals(kind.kind()))
                .findFirst()
                .orElseThrow();
    A activity = kind.activity().cast(kind.draft(draft).create("a1"));
    Wire.Activity seen =
        kind.forRoom(
            activity,
            new RoomBallot("a1", 1, ActivityState.OPEN, Results.HIDDEN, null, null, null, null));
    Taste<?> taste =
        AllKinds.REGISTRY.tastes().stream()
            .filter(t -> t.ballot().isInstance(seen))
            .findFirst()
            .orElseThrow();
    return new TriedBallot<>(kind, file, taste, draft);
  }

  A activity() {
    return kind.activity().cast(kind.draft(draft).create("a1"));
  }

  /** As everybody is told of it. */
  RoomBallot room(A activity, Wire.Tally tally) {
    return new RoomBallot("a1", 1, ActivityState.OPEN, Results.EVERYONE, null, tally, null, null);
  }

  List<Answer> answers() {
    SplittableRandom random = new SplittableRandom(7);
    Wire.BallotView seen = kind.forRoom(activity(), room(activity(), null));
    List<Answer> answers = new ArrayList<>();
    for (int i = 0; i < PEOPLE; i++) answers.add(answer(taste, seen, random));
    if (mayAbstain()) answers.add(Answer.ABSTAINED);
    return answers;
  }

  /** A kind that refuses it says so as for any answer that cannot be. */
  private boolean mayAbstain() {
    try {
      assertEquals(BallotType.ABSTAINED, activity().paper().write(Answer.ABSTAINED));
      return true;
    } catch (RuleViolation refused) {
      assertEquals(Reason.BAD_ANSWER, refused.reason());
      return false;
    }
  }

  private static <B extends Wire.BallotView> Answer answer(
      Taste<B> taste, Wire.BallotView seen, SplittableRandom random) {
    return new Answer(taste.answer(taste.ballot().cast(seen), 3, random), false);
  }

  private List<String> words() {
    return answers().stream().map(activity().paper()::write).toList();
  }

  Recount recount() {
    Tally counted = new Recount(Tally.none(1), words()).recounted(activity().paper());
    Tally shown =
        new Tally(
            1,
            9,
            counted.counts(),
            counted.voted(),
            counted.abstained(),
            0,
            words().size(),
            true,
            words().size());
    return new Recount(counted, words(), null, shown);
  }

  EventResults results() {
    return new EventResults(
        "k3v9ab2m",
        "Spring conference",
        "2027-03-08",
        "2027-03-09",
        "Europe/London",
        List.of(file.results("Main hall", activity(), recount())));
  }
}
