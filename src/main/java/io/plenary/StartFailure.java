package io.plenary;

/** The server cannot start; the message tells the operator why and what to do. */
final class StartFailure extends RuntimeException {
  StartFailure(String message) {
    super(message, null, false, false);
  }

  /**
   * @param why what the store said last, or why it could not
   */
  static StartFailure noAnswer(String why) {
    String end = why.endsWith(".") ? "" : ".";
    return new StartFailure(
        "Redis could not be used within " + StartLimit.WITHIN_S + " s: " + why + end);
  }

  /** The port cannot be listened on. */
  static StartFailure port(String host, int port, Throwable why) {
    String place = "Port " + port + " of " + host;
    boolean taken = String.valueOf(why.getMessage()).contains("in use");
    return new StartFailure(
        taken
            ? place
                + " is in use by another program. Stop that, or choose another port with --port or"
                + " PLENARY_PORT."
            : place
                + " cannot be used ("
                + why.getMessage()
                + "). Choose another with --port and --host.");
  }
}
