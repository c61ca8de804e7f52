package io.plenary.load.scenario;

import io.plenary.load.kinds.BallotKind;
import io.plenary.load.kinds.BallotKind.Size;
import io.plenary.load.phone.PlenaryPhone;
import io.plenary.load.phone.Voter;
import io.plenary.load.server.Room;
import io.plenary.load.server.Truth;
import io.plenary.load.wire.Answers;
import io.plenary.load.wire.Golden;
import io.plenary.load.wire.VoteTemplate;
import java.io.IOException;
import java.util.Collection;

/** One room, and what its phones vote on. */
final class Voting {
  final Room room;

  /** What its phones share. */
  final PlenaryPhone.Hall shared;

  private final BallotKind kind;
  private final Golden golden;
  private Room.Poll poll;
  private Answers answers;

  Voting(BallotKind kind, Golden golden, Room room, PlenaryPhone.Hall shared) {
    this.kind = kind;
    this.golden = golden;
    this.room = room;
    this.shared = shared;
  }

  /** That of its kind. */
  String name() {
    return kind.name();
  }

  /** A new poll; from now on the phones vote on it. */
  void open(Size size, String results) throws IOException {
    poll = room.open(kind.create(golden, size, results));
    answers = kind.answers(poll.asked(), size);
    template();
  }

  /** The same poll, empty and open. */
  void again() throws IOException {
    poll = room.again(poll);
    template();
  }

  private void template() {
    shared.vote = new VoteTemplate(golden, poll.id(), poll.round(), answers, System.nanoTime());
  }

  Room.Poll poll() {
    return poll;
  }

  void lock() throws IOException {
    room.lock(poll.id());
  }

  /** Recounts a poll. */
  interface Recount {
    Truth.Verdict of(Collection<Voter> voters) throws IOException, InterruptedException;
  }

  /** Recounts what is locked. */
  Truth.Verdict verdict(Collection<Voter> voters) throws IOException, InterruptedException {
    return recount().of(voters);
  }

  /** Recounts the poll that is locked now, also when another has been opened since. */
  Recount recount() {
    String id = poll.id();
    Answers given = answers;
    return voters -> Truth.check(room.results(id), voters, kind, given);
  }
}
