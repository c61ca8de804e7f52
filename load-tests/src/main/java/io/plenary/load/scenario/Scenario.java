package io.plenary.load.scenario;

/** One thing to find out. Puts its figures and faults on the bench's sheet. */
public interface Scenario {
  String name();

  /** One line for the help. */
  String about();

  void run(Bench bench) throws Exception;
}
