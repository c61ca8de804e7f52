package io.plenary.config;

/** What a setting's value may be. */
interface ValueType<T> {
  /** Placeholder in the help: {@code <number>}. */
  String label();

  /** What is allowed, to stand after "allowed: ". */
  String allowed();

  /**
   * @throws BadValue with the problem as a phrase that follows the setting's name
   */
  T read(String text) throws BadValue;

  /** True: the value must not be printed. */
  default boolean secret() {
    return false;
  }

  /** The problem with a value, without the value when the type is secret. */
  final class BadValue extends Exception {
    BadValue(String problem) {
      super(problem);
    }
  }
}
