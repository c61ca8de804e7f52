package io.plenary;

/** The server cannot start; the message tells the operator why and what to do. */
final class StartFailure extends RuntimeException {
  StartFailure(String message) {
    super(message, null, false, false);
  }

  /**
   * @param why ends the sentence
   */
  static StartFailure noAnswer(String why) {
    return new StartFailure("Redis did not answer within " + Store.WITHIN_S + " s" + why);
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
