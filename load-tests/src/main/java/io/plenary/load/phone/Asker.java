package io.plenary.load.phone;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** What one person asks and takes back. Few of it, so every message is JSON. */
public final class Asker extends Sayer {
  /** Refs of a connection must differ: votes and upvotes have theirs below. */
  static final long REFS = 1_000_000;

  private static final int BYTES = 15;
  private static final SecureRandom RANDOM = new SecureRandom();

  /** A question, or the withdrawal of one. */
  private static final class Said {
    final String id;
    final String text;
    final Said asked;
    String outcome;

    /**
     * @param asked what is taken back; null for a question
     */
    Said(String id, String text, Said asked) {
      this.id = id;
      this.text = text;
      this.asked = asked;
    }

    /** Nothing is taken back that is still on its way. */
    boolean ready() {
      return outcome == null && (asked == null || asked.outcome != null);
    }
  }

  private final QaPhone phone;
  private final Floor floor;
  private final List<Said> said = new ArrayList<>();

  Asker(QaPhone phone, Floor floor) {
    this.phone = phone;
    this.floor = floor;
  }

  void ask(String text, long intendedAt) {
    byte[] id = new byte[BYTES];
    RANDOM.nextBytes(id);
    say(
        new Said(Base64.getUrlEncoder().withoutPadding().encodeToString(id), text, null),
        intendedAt);
  }

  /** Takes the question with this text back. It was asked. */
  void withdraw(String text, long intendedAt) {
    Said asked = said.stream().filter(s -> text.equals(s.text)).findFirst().orElseThrow();
    say(new Said(asked.id, null, asked), intendedAt);
  }

  private void say(Said what, long intendedAt) {
    said.add(what);
    begin(intendedAt);
    if (!phone.live || !what.ready()) return;
    lastSent = System.nanoTime();
    write(seq);
  }

  @Override
  protected void write(long n) {
    Said s = said.get((int) n - 1);
    ObjectNode message = floor.golden.client(s.text == null ? "withdrawQuestion" : "askQuestion");
    message.put("ref", REFS + n).put("activity", floor.activity).put("question", s.id);
    if (s.text != null) message.put("round", floor.round).put("text", s.text);
    phone.line.send(message.toString());
  }

  @Override
  protected void writeWaiting() {
    for (long n = acked + 1; n <= seq; n++) {
      if (said.get((int) n - 1).ready()) write(n);
    }
  }

  /**
   * @param outcome the state it got, or the code of the refusal. Whether it was waited for
   */
  boolean answered(long ref, String outcome) {
    int i = (int) (ref - REFS) - 1;
    if (i < 0 || i >= said.size() || said.get(i).outcome != null) return false;
    said.get(i).outcome = outcome;
    long all = acked;
    while (all < seq && said.get((int) all).outcome != null) all++;
    acked = all;
    send();
    return true;
  }

  /**
   * What every question and withdrawal was answered with, in the order they were said. Only while
   * nothing is under way.
   */
  public List<String> outcomes() {
    return said.stream().map(s -> s.outcome).toList();
  }
}
