package io.plenary.e2e;

import io.plenary.protocol.ErrorCode;
import io.plenary.protocol.ServerMessage.VoteCounted;
import io.plenary.protocol.ServerMessage.VoteRefused;
import io.plenary.simulation.Journal;
import io.plenary.simulation.Vote;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A phone's own book, kept apart from the phone's code: every vote it made and what the server said
 * of it. For all threads.
 */
final class PhoneLog implements Journal {
  /**
   * @param refused null while unanswered and when counted
   */
  record Entry(Vote vote, boolean answered, ErrorCode refused, String receipt) {
    boolean counted() {
      return answered && refused == null;
    }
  }

  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final List<Integer> closes = new ArrayList<>();
  private final List<String> oddities = new ArrayList<>();
  private final Set<String> sentOnce = new HashSet<>();
  private int resent;
  private int notNow;
  private boolean online;

  @Override
  public synchronized void made(Vote vote) {
    entries.put(vote.id(), new Entry(vote, false, null, null));
  }

  @Override
  public synchronized void sent(Vote vote) {
    if (!sentOnce.add(vote.id())) resent++;
  }

  @Override
  public synchronized void counted(VoteCounted m) {
    Entry entry = entries.get(m.vote());
    if (entry == null
        || entry.vote.seq() != m.seq()
        || !entry.vote.activity().equals(m.activity())) {
      oddities.add("counted what was not cast: " + m);
    } else if (entry.refused != null) {
      oddities.add("counted after it was refused: " + m);
    } else {
      entries.put(m.vote(), new Entry(entry.vote, true, null, m.receipt()));
    }
  }

  @Override
  public synchronized void refused(VoteRefused m) {
    Entry entry = entries.get(m.vote());
    if (entry == null) oddities.add("refused what was not cast: " + m);
    // A resend that crossed a newer vote is superseded although it was counted before: true, and no
    // news.
    else if (entry.counted() && m.code() != ErrorCode.SUPERSEDED) {
      oddities.add("refused after it was counted: " + m);
    } else if (!entry.counted()) {
      entries.put(m.vote(), new Entry(entry.vote, true, m.code(), null));
    }
  }

  @Override
  public synchronized void notNow(Vote vote) {
    notNow++;
  }

  @Override
  public synchronized void offline(int code) {
    online = false;
    closes.add(code);
  }

  @Override
  public synchronized void online() {
    online = true;
  }

  synchronized boolean isOnline() {
    return online;
  }

  /** Whether the newest vote of every poll has its answer. */
  synchronized boolean settled() {
    Map<String, Entry> newest = new LinkedHashMap<>();
    entries.values().forEach(e -> newest.put(e.vote.activity() + e.vote.round(), e));
    return newest.values().stream().allMatch(Entry::answered);
  }

  synchronized List<Entry> of(String poll, long round) {
    return entries.values().stream()
        .filter(e -> e.vote.activity().equals(poll) && e.vote.round() == round)
        .toList();
  }

  /** Why the votes were refused that were. */
  List<ErrorCode> refusals(String poll, long round) {
    return of(poll, round).stream().map(Entry::refused).toList();
  }

  /** The vote with the highest sequence that was said to be counted. */
  Optional<Entry> standing(String poll, long round) {
    return of(poll, round).stream()
        .filter(Entry::counted)
        .reduce((a, b) -> b.vote.seq() > a.vote.seq() ? b : a);
  }

  synchronized List<Integer> closes() {
    return List.copyOf(closes);
  }

  synchronized List<String> oddities() {
    return List.copyOf(oddities);
  }

  /** How often a vote was sent that had been sent before. */
  synchronized int resent() {
    return resent;
  }

  synchronized int notNows() {
    return notNow;
  }

  synchronized int madeCount() {
    return entries.size();
  }

  synchronized int countedCount() {
    return (int) entries.values().stream().filter(Entry::counted).count();
  }
}
