package io.plenary.kinds.qa;

/** Why a question was declined; its asker is told. */
public enum DeclineReason {
  OFF_TOPIC,
  ABUSIVE,
  NAMES_SOMEBODY,
  DUPLICATE,
  NOT_A_QUESTION,
  OTHER
}
