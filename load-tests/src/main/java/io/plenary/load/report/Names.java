package io.plenary.load.report;

/** Names of figures that a target is computed from. */
public final class Names {
  /** Before the name of who is measured, unless it says otherwise. */
  public static final String VOTES = ": votes/s acknowledged, ";

  public static final String P1_OWN = "redis-benchmark: EVALSHA/s, our script, one vote each, P1";
  public static final String P16_OWN = "redis-benchmark: EVALSHA/s, our script, one vote each, P16";
  public static final String P1 = "redis-benchmark: EVALSHA/s, the yardsticks' vote.lua, P1";

  public static final String FIRST_CPU = "first burst: server CPU µs per vote, ";
  public static final String FIRST_JIT = "first burst: of it JIT, µs per vote, ";
  public static final String FIRST_P99 = "first burst: ack p99, ms, ";
  public static final String FIRST_BEFORE = "first burst: server CPU from its start to it, s, ";
  public static final String FIRST_JOIN = "first join";
  public static final String HERD = "herd";
  public static final String HERD_CALLS = "herd: calls to Redis per phone";

  /** Behind the name of what comes at once. */
  public static final String SECONDS = ": all have the picture, s, ";

  public static final String CPU_EACH = ": server CPU µs per phone, ";

  /** Behind the name of the burst. */
  public static final String BURST_RATE = ": votes/s to the stage, ";

  public static final String BURST_TAIL = ": last vote to stage complete, ms, ";
  public static final String BURST_BYTES = ": bytes per phone, ";
  public static final String BURST_CPU = ": server CPU µs per vote, ";
  public static final String BURST_P50 = ": ack p50, ms, ";
  public static final String BURST_P99 = ": ack p99, ms, ";
  public static final String BURST_LAST = ": last ack after the first vote, ms, ";

  /** Behind the name of who is measured. */
  public static final String STAGE = ", numbers on the stage only";

  public static final String P90 = ", p90 of the bursts";
  public static final String PHONES = ", phones ";

  public static final String PLENARY = "Plenary";
  public static final String SOCKETIO = "socket.io";
  public static final String BUN = "Bun";
  public static final String OPEN_P50 = "open loop: ack p50, ms, ";
  public static final String OPEN_P99 = "open loop: ack p99, ms, ";

  /** Behind the name of who is measured. */
  public static final String RATE = ", at votes/s ";

  public static final String OPEN_STAGE = "open loop: vote to stage p99, ms, ";
  public static final String OPEN_STEP = "open loop: vote that completes a step to stage p90, ms, ";
  public static final String FANOUT = "fan-out: command to last phone, ms, ";
  public static final String FANOUT_SPREAD = "fan-out: first to last phone, ms, ";
  public static final String FANOUT_CPU = "fan-out: server CPU per picture to all, s, ";
  public static final String EMPTY = "memory: server before anybody came, MB, ";
  public static final String RSS = "memory: KB per idle phone, whole server, ";
  public static final String RSS_GREW = "memory: KB per idle phone, growth, ";
  public static final String RSS_AFTER = "memory: server 60 s after fan-outs and herds ÷ before";
  public static final String GROWTH_CPU = "growth: server CPU µs per vote";
  public static final String GROWTH_BYTES = "growth: bytes per phone and poll";
  public static final String START = "start to ready, s";
  public static final String KIND = "kinds: votes/s ÷ those of ";

  /** Behind the name of the scenario. */
  public static final String RESUME_P99 = ": resume p99, s";

  public static final String UPVOTES = "questions: upvotes/s acknowledged";
  public static final String UPVOTES_SHARE = "questions: upvotes/s acknowledged ÷ intended";
  public static final String UPVOTES_P50 = "questions: ack p50, ms";
  public static final String UPVOTES_P99 = "questions: ack p99, ms";
  public static final String LIST_BYTES = "questions: bytes of the list per phone and second";

  /** Behind the name of the scenario. */
  public static final String SCREENS = ": seconds of quiet until no screen moved any more";

  private Names() {}

  /**
   * The name of a figure of Plenary on one of several Javas.
   *
   * @param figure its name where there is one Java only
   * @param tag of that Java; empty when there is one only
   */
  public static String on(String figure, String tag) {
    return figure.contains(PLENARY) ? figure.replace(PLENARY, PLENARY + tag) : figure + tag;
  }
}
