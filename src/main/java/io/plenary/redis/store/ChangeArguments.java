package io.plenary.redis.store;

import io.plenary.identity.Entropy;
import io.plenary.room.Activity;
import io.plenary.room.Change;
import io.plenary.room.Change.Answers;
import io.plenary.room.Change.DropActivity;
import io.plenary.room.Change.PutActivity;
import io.plenary.room.Change.PutEvent;
import io.plenary.room.Change.PutRoom;
import io.plenary.room.Change.Write;
import java.util.ArrayList;
import java.util.List;

/** A {@link Change} as commit_change.lua reads it: KEYS and ARGV, which the script describes. */
final class ChangeArguments {
  private static final int ANSWER_KEY = 32;

  final List<String> keys = new ArrayList<>();
  final List<Object> args = new ArrayList<>();
  private final String eventId;
  private final Entropy entropy;

  ChangeArguments(String eventId, Change change, Entropy entropy) {
    this.eventId = eventId;
    this.entropy = entropy;
    keys.addAll(List.of(Keys.state(eventId), Keys.revs(eventId), Keys.answerKeys(eventId)));
    args.addAll(List.of(Keys.MOVED, eventId));
    change.writes().forEach(this::add);
  }

  private void add(Write write) {
    if (write instanceof PutEvent put) {
      add("event", "", put.next().rev(), Documents.write(put.next()));
    } else if (write instanceof PutRoom put) {
      add("room", put.next().id(), put.next().rev(), Documents.write(put.next()));
    } else if (write instanceof PutActivity put) {
      put(put.next(), put.answers());
    } else if (write instanceof DropActivity drop) {
      pollKeys(keys, eventId, drop.last().id());
      add("drop", drop.last().id(), drop.last().rev(), "");
    }
  }

  private void add(String what, String id, long rev, String document) {
    args.addAll(List.of(what, id, rev, document, "KEEP", "", 0, ""));
  }

  private void put(Activity next, Answers answers) {
    boolean freshKey = next.rev() == 1 || answers == Answers.DELETE;
    pollKeys(keys, eventId, next.id());
    args.addAll(List.of("activity", next.id(), next.rev(), Documents.write(next), answers.name(), Documents.state(next),
        Documents.round(next), freshKey ? answerKey(entropy) : ""));
  }

  static void pollKeys(List<String> keys, String eventId, String activity) {
    keys.add(Keys.poll(eventId, activity));
    keys.add(Keys.ballots(eventId, activity));
    keys.add(Keys.late(eventId, activity));
    keys.add(Keys.receipts(eventId, activity));
  }

  static byte[] answerKey(Entropy entropy) {
    return entropy.bytes(ANSWER_KEY);
  }
}
