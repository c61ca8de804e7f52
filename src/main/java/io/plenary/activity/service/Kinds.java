package io.plenary.activity.service;

import io.plenary.activity.Activity;
import io.plenary.hub.Broker.ChangeNotification;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;

/**
 * The kinds of activities there are, by their words. Filled while the server is put together;
 * usable from any thread.
 */
public final class Kinds {
  private final EventCache board;
  private final Map<String, ActivityKind> byWord = new ConcurrentSkipListMap<>();
  private volatile Withheld withheld = new Withheld();
  private volatile Runnable changed = () -> {};

  public Kinds(EventCache board) {
    this.board = board;
  }

  public void add(ActivityKind kind) {
    if (byWord.putIfAbsent(kind.kind(), kind) != null) {
      throw new IllegalArgumentException("two kinds are called " + kind.kind());
    }
  }

  /** Of these none is made that nobody asked for, and organisers are told so. */
  public void withhold(Withheld some) {
    withheld = some;
    some.listen(() -> changed.run());
  }

  /**
   * @param changed called when others are withheld than before
   */
  public void listen(Runnable changed) {
    this.changed = changed;
  }

  /** Words of those of which none can be made now. */
  List<String> withheld() {
    return withheld.words();
  }

  /**
   * Before the first message is read.
   *
   * @param written the kinds of which the wire reads drafts
   * @throws IllegalStateException when nobody would take a draft that was read
   */
  public void check(Collection<String> written) {
    for (String word : written) {
      ActivityKind kind = byWord.get(word);
      if (kind == null || !kind.hasDrafts()) {
        throw new IllegalStateException("no kind takes drafts of " + word);
      }
    }
  }

  /**
   * @throws IllegalArgumentException for a kind there is not
   */
  public ActivityKind of(Activity activity) {
    return named(activity.kind());
  }

  /** The same, by its word. */
  ActivityKind named(String word) {
    ActivityKind kind = byWord.get(word);
    if (kind == null) throw new IllegalArgumentException("there is no kind " + word);
    return kind;
  }

  /**
   * Tells the kind of the activity whose answers moved; all kinds when it is empty, or not known
   * here yet.
   */
  public void moved(ChangeNotification hint) {
    EventStore.LoadedEvent loaded = board.peek(hint.eventId());
    Activity activity = loaded == null ? null : loaded.state().activities().get(hint.activity());
    if (activity != null) of(activity).moved(hint);
    else byWord.values().forEach(kind -> kind.moved(hint));
  }

  /** What stands in a new room that is made with {@code given} always on. */
  List<Activity> alwaysOn(List<? extends Activity> given, Supplier<String> ids) {
    List<Activity> all = new ArrayList<>(given);
    byWord.values().stream()
        .filter(kind -> !withheld.has(kind.kind()))
        .filter(kind -> given.stream().noneMatch(a -> a.kind().equals(kind.kind())))
        .map(kind -> kind.alwaysOn(ids.get()))
        .filter(Objects::nonNull)
        .forEach(all::add);
    return all;
  }
}
