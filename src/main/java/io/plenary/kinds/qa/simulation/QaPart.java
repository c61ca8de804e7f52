package io.plenary.kinds.qa.simulation;

import io.plenary.kinds.qa.wire.QaMessage.AskQuestion;
import io.plenary.kinds.qa.wire.QaMessage.CastUpvote;
import io.plenary.kinds.qa.wire.QaMessage.WatchQuestions;
import io.plenary.kinds.qa.wire.QaServerMessage.QuestionAsked;
import io.plenary.kinds.qa.wire.QaServerMessage.QuestionRefused;
import io.plenary.kinds.qa.wire.QaServerMessage.QuestionsHead;
import io.plenary.kinds.qa.wire.QaServerMessage.QuestionsMoved;
import io.plenary.kinds.qa.wire.QaServerMessage.UpvoteCounted;
import io.plenary.kinds.qa.wire.QaServerMessage.UpvoteRefused;
import io.plenary.kinds.qa.wire.QaWire.AttendeeQuestions;
import io.plenary.kinds.qa.wire.QaWire.QuestionOrder;
import io.plenary.protocol.ClientMessage;
import io.plenary.protocol.ErrorCode;
import io.plenary.protocol.ServerMessage;
import io.plenary.simulation.Kept;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * One phone's part in the Q&A of its room, as the page does it: asks and upvotes, keeps each until
 * it is answered, and follows the list while somebody looks at it. Lives on the phone's event loop.
 */
final class QaPart {
  /** The way out. */
  interface Mouth {
    boolean online();

    long nextRef();

    void send(ClientMessage message);

    /** Calls {@link #resend} after about this long. */
    void again(long ms);
  }

  private static final long ANSWER_WITHIN_MS = 5_000;
  private final Mouth mouth;
  private final Kept<String, ClientMessage> kept = new Kept<>();
  private final Map<Long, String> asked = new HashMap<>();
  private final Map<Long, Long> seen = new TreeMap<>();
  private @Nullable AttendeeQuestions watched;
  private @Nullable String feed;
  private long frame;
  private long seq;

  QaPart(Mouth mouth) {
    this.mouth = mouth;
  }

  /**
   * @param id random, 16 to 32 symbols; {@code name} may be null
   */
  public void ask(AttendeeQuestions qa, String id, String text, @Nullable String name) {
    keep("ask " + id, ref -> new AskQuestion(ref, qa.id(), qa.round(), id, text, name));
  }

  /** Upvotes, or takes it back; only the last decision on a question waits. */
  public void upvote(AttendeeQuestions qa, long n, boolean on) {
    long mine = ++seq;
    keep(
        "up " + qa.round() + " " + n, ref -> new CastUpvote(ref, qa.id(), qa.round(), n, mine, on));
  }

  /** Somebody looks at the list from now on. */
  public void watch(AttendeeQuestions qa) {
    watched = qa;
    head();
  }

  /** Numbers of the questions on the screen with their upvotes. */
  public Map<Long, Long> shown() {
    return seen;
  }

  /** How many questions and upvotes have no answer yet. */
  public int waiting() {
    return kept.size();
  }

  void online() {
    resend();
    head();
  }

  void offline() {
    asked.clear();
  }

  void resend() {
    if (!mouth.online() || kept.size() == 0) return;
    kept.forEach(this::send);
    mouth.again(ANSWER_WITHIN_MS);
  }

  private void keep(String key, LongFunction<ClientMessage> message) {
    kept.put(key, message);
    send(key, message);
    mouth.again(ANSWER_WITHIN_MS);
  }

  private void send(String key, LongFunction<ClientMessage> message) {
    if (!mouth.online()) return;
    long ref = mouth.nextRef();
    asked.put(ref, key);
    mouth.send(message.apply(ref));
  }

  private void head() {
    if (watched != null && mouth.online()) {
      mouth.send(new WatchQuestions(mouth.nextRef(), watched.id(), true, QuestionOrder.POPULAR));
    }
  }

  void received(ServerMessage message) {
    if (message instanceof QuestionAsked m) settle(m.ref());
    else if (message instanceof QuestionRefused m) settle(m.ref());
    else if (message instanceof UpvoteCounted m) settle(m.ref());
    else if (message instanceof UpvoteRefused m) refused(m);
    else if (message instanceof ServerMessage.Error m) failed(m);
    else if (message instanceof QuestionsHead m) look(m);
    else if (message instanceof QuestionsMoved m) follow(m);
  }

  /**
   * An answer to what was replaced since settles nothing: what replaced it has a ref of its own.
   */
  private void settle(long ref) {
    String key = asked.remove(ref);
    if (key == null || asked.containsValue(key)) return;
    kept.remove(key);
  }

  private void refused(UpvoteRefused m) {
    if (m.counted() != null) seq = Math.max(seq, m.counted().seq());
    settle(m.ref());
  }

  private void failed(ServerMessage.Error m) {
    Long ref = m.ref();
    if (ref == null || !asked.containsKey(ref)) return;
    if (m.code().retry() != ErrorCode.Retry.LATER) settle(ref);
    else {
      asked.remove(ref);
      mouth.again(m.retryAfterMs() == null ? 1_000 : m.retryAfterMs());
    }
  }

  private void look(QuestionsHead m) {
    seen.clear();
    m.items().forEach(item -> seen.put(item.n(), item.up()));
    feed = m.feed();
    frame = m.frame();
  }

  private void follow(QuestionsMoved m) {
    if (watched == null || (m.feed().equals(feed) && m.frame() <= frame)) return;
    if (!m.feed().equals(feed) || m.frame() != frame + 1) {
      feed = null;
      head();
      return;
    }
    frame = m.frame();
    m.gone().forEach(seen::remove);
    m.put().forEach(item -> seen.put(item.n(), item.up()));
    List<Long> up = m.up();
    for (int i = 0; i < up.size(); i += 2) seen.replace(up.get(i), up.get(i + 1));
  }
}
