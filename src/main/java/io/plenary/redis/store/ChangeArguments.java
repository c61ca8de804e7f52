package io.plenary.redis.store;

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
  final List<String> keys = new ArrayList<>();
  final List<Object> args = new ArrayList<>();
  private final ActivityArguments activities;

  ChangeArguments(String eventId, Change change, ActivityArguments activities) {
    this.activities = activities;
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
      add("activity", put.next(), put.answers());
    } else if (write instanceof DropActivity drop) {
      add("drop", drop.last(), Answers.KEEP);
    }
  }

  private void add(String what, String id, long rev, String document) {
    args.addAll(List.of(what, id, rev, document, Answers.KEEP.name(), "", 0, "", 0, 0, 0, 0));
  }

  private void add(String what, Activity activity, Answers answers) {
    boolean fresh = activity.rev() == 1 || answers == Answers.DELETE;
    args.addAll(List.of(what, activity.id(), activity.rev(), activities.document(activity), answers.name()));
    activities.add(activity, fresh, keys, args);
  }
}
