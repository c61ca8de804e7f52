package io.plenary.protocol;

/** {@code AWAY}: votes cannot be stored now; phones keep them and try again. */
public enum StoreStatus implements WireEnum {
  OK,
  AWAY
}
