package io.plenary.load.report;

/** Names of figures that a target is computed from. */
public final class Names {
  public static final String VOTES = "saturation: votes/s acknowledged";
  public static final String P1 = "redis-benchmark: EVALSHA/s, one vote each, P1";
  public static final String P16 = "redis-benchmark: EVALSHA/s, one vote each, P16";
  public static final String BURST_RATE = "burst: votes/s to the stage, ";
  public static final String BURST_TAIL = "burst: last vote to stage complete, ms, ";
  public static final String BURST_BYTES = "burst: bytes per phone, ";
  public static final String BURST_CPU = "burst: server CPU per 1,000 votes, s, ";

  /** Behind the name of who is measured. */
  public static final String STAGE = ", numbers on the stage only";

  public static final String P90 = ", p90 of the rounds";

  public static final String PLENARY = "Plenary";
  public static final String SOCKETIO = "socket.io";
  public static final String BUN = "Bun";
  public static final String OPEN_P50 = "open loop: ack p50, ms, at votes/s ";
  public static final String OPEN_P99 = "open loop: ack p99, ms, at votes/s ";
  public static final String OPEN_STAGE = "open loop: vote to stage p99, ms, at votes/s ";
  public static final String OPEN_STEP =
      "open loop: vote that completes a step to stage p90, ms, at votes/s ";
  public static final String FANOUT = "fan-out: command to last phone, ms, ";
  public static final String FANOUT_SPREAD = "fan-out: first to last phone, ms, ";
  public static final String JOIN = "join: all have the picture, s, ";
  public static final String JOIN_CALLS = "join: Redis calls per join, ";
  public static final String COLD = "cold";
  public static final String WARM_NEW = "warm, new people";
  public static final String WARM = "warm, people with a token";
  public static final String RSS = "memory: KB per idle connection, server, phones ";
  public static final String RSS_GREW =
      "memory: KB the server grew by per idle connection, phones ";
  public static final String GROWTH_CPU = "growth: server CPU per 1,000 votes, s, phones ";
  public static final String GROWTH_BYTES = "growth: bytes per phone and poll, phones ";
  public static final String START = "start to ready, s";

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
}
