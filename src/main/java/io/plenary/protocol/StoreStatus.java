package io.plenary.protocol;

import io.plenary.words.Word;

/** {@code AWAY}: votes cannot be stored now; phones keep them and try again. */
public enum StoreStatus implements Word {
  OK,
  AWAY
}
