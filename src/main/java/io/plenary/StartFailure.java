package io.plenary;

/** The server cannot start; the message tells the operator why and what to do. */
final class StartFailure extends RuntimeException {
  StartFailure(String message) {
    super(message, null, false, false);
  }
}
