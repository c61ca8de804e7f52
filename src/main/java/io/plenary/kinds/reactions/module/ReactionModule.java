package io.plenary.kinds.reactions.module;

import io.plenary.activity.service.ActivityFormat;
import io.plenary.export.FileKind;
import io.plenary.kinds.reactions.export.ReactionFile;
import io.plenary.kinds.reactions.service.ReactionFormat;
import io.plenary.kinds.reactions.simulation.Applause;
import io.plenary.kinds.reactions.wire.ReactionWire;
import io.plenary.module.KindModule;
import io.plenary.module.KindService;
import io.plenary.module.NodeServices;
import io.plenary.protocol.KindWire;
import io.plenary.simulation.Habit;
import java.util.random.RandomGenerator;

/** Reactions: taps that nobody acknowledges. */
public final class ReactionModule implements KindModule {
  @Override
  public KindWire wire() {
    return ReactionWire.ALL;
  }

  @Override
  public ActivityFormat format() {
    return new ReactionFormat();
  }

  @Override
  public FileKind file() {
    return ReactionFile.ONE;
  }

  @Override
  public Habit habit(RandomGenerator random) {
    return new Applause(random);
  }

  @Override
  public KindService start(NodeServices node) {
    return new ReactionApp(node);
  }
}
