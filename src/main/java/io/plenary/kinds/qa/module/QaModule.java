package io.plenary.kinds.qa.module;

import io.plenary.activity.service.ActivityFormat;
import io.plenary.export.FileKind;
import io.plenary.kinds.qa.export.QaFile;
import io.plenary.kinds.qa.service.QaFormat;
import io.plenary.kinds.qa.simulation.Curiosity;
import io.plenary.kinds.qa.wire.QaWire;
import io.plenary.module.KindModule;
import io.plenary.module.KindService;
import io.plenary.module.NodeServices;
import io.plenary.protocol.KindWire;
import io.plenary.simulation.Habit;
import java.util.random.RandomGenerator;

/** Questions from the room. */
public final class QaModule implements KindModule {
  @Override
  public KindWire wire() {
    return QaWire.ALL;
  }

  @Override
  public ActivityFormat format() {
    return new QaFormat();
  }

  @Override
  public FileKind file() {
    return QaFile.ONE;
  }

  @Override
  public Habit habit(RandomGenerator random) {
    return new Curiosity(random);
  }

  @Override
  public KindService start(NodeServices node) {
    return new QaApp(node);
  }
}
