package io.plenary.kinds;

import io.plenary.protocol.KindWire;
import io.plenary.protocol.KindWires;
import java.util.List;

/** Tells the wire which kinds there are. */
public final class WiresOfAllKinds implements KindWires {
  @Override
  public List<KindWire> all() {
    return AllKinds.wires();
  }
}
