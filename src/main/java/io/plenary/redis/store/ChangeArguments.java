package io.plenary.redis.store;

import io.plenary.activity.Activity;
import io.plenary.activity.Change;
import io.plenary.activity.Change.AddRoom;
import io.plenary.activity.Change.Answers;
import io.plenary.activity.Change.DropActivity;
import io.plenary.activity.Change.DropRoom;
import io.plenary.activity.Change.PutActivity;
import io.plenary.activity.Change.PutEvent;
import io.plenary.activity.Change.PutRoom;
import io.plenary.activity.Change.SameRooms;
import io.plenary.activity.Change.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** A {@link Change} as commit_change.lua reads it: KEYS and ARGV, which the script describes. */
final class ChangeArguments {
  final List<String> keys = new ArrayList<>();
  final List<Object> args = new ArrayList<>();
  private final ActivityArguments activities;

  private final String eventId;
  private final Supplier<String> secrets;

  /**
   * @param secrets of links
   */
  ChangeArguments(
      String eventId, Change change, ActivityArguments activities, Supplier<String> secrets) {
    this.eventId = eventId;
    this.secrets = secrets;
    this.activities = activities;
    keys.addAll(
        List.of(
            Keys.state(eventId),
            Keys.revs(eventId),
            Keys.answerKeys(eventId),
            Keys.links(eventId),
            Keys.unsettled(eventId)));
    args.addAll(List.of(Keys.hints(eventId), eventId, AofCompaction.SOON_MS));
    change.writes().forEach(this::add);
  }

  /** Whether it leaves something to be done after it, as commit_change.lua notes it. */
  static boolean leavesSomething(Change change) {
    return change.writes().stream()
        .anyMatch(
            write ->
                write instanceof PutActivity put
                    ? put.answers() == Answers.DELETE || put.next().state() != Activity.State.DRAFT
                    : !(write instanceof SameRooms));
  }

  private void add(Write write) {
    if (write instanceof PutEvent put) {
      add(
          "event",
          "",
          put.next().rev(),
          Documents.write(put.next()),
          List.of(),
          IndexFields.of(put.next()));
    } else if (write instanceof PutRoom put) {
      add(
          "room",
          put.next().id(),
          put.next().rev(),
          Documents.write(put.next()),
          List.of(),
          List.of(IndexFields.of(put.next())));
    } else if (write instanceof AddRoom add) {
      add(
          "addRoom",
          add.fresh().id(),
          add.fresh().rev(),
          Documents.write(add.fresh()),
          List.of(),
          List.of(IndexFields.of(add.fresh()), secrets.get(), secrets.get()));
    } else if (write instanceof SameRooms same) {
      add("rooms", "", 0, revisions(same), List.of(), List.of());
    } else if (write instanceof DropRoom drop) {
      add(
          "dropRoom",
          drop.last().id(),
          drop.last().rev(),
          "",
          List.of(Keys.joined(eventId, drop.last().id())),
          List.of());
    } else if (write instanceof PutActivity put) {
      add("activity", put.next(), put.answers());
    } else if (write instanceof DropActivity drop) {
      add("drop", drop.last(), Answers.KEEP);
    }
  }

  private static String revisions(SameRooms same) {
    return same.rooms().stream().map(r -> r.id() + " " + r.rev()).collect(Collectors.joining(" "));
  }

  private void add(
      String what,
      String id,
      long rev,
      String document,
      List<String> ownKeys,
      List<String> fields) {
    keys.addAll(ownKeys);
    args.addAll(
        List.of(
            what,
            id,
            rev,
            document,
            Answers.KEEP.name(),
            "",
            0,
            "",
            ownKeys.size(),
            0,
            0,
            fields.size()));
    args.addAll(fields);
  }

  private void add(String what, Activity activity, Answers answers) {
    boolean fresh = activity.rev() == 1 || answers == Answers.DELETE;
    args.addAll(
        List.of(
            what, activity.id(), activity.rev(), activities.document(activity), answers.name()));
    activities.add(activity, fresh, keys, args);
  }
}
