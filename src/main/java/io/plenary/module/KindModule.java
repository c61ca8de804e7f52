package io.plenary.module;

import io.plenary.activity.service.ActivityFormat;
import io.plenary.export.FileKind;
import io.plenary.protocol.KindWire;
import io.plenary.simulation.Habit;
import java.util.random.RandomGenerator;

/** All that a kind brings in which people have no ballots. */
public interface KindModule {
  /** How it travels. */
  KindWire wire();

  /** How it stands in the store. */
  ActivityFormat format();

  /** How it stands in files. */
  FileKind file();

  /** What a simulated person does with it. */
  Habit habit(RandomGenerator random);

  /** Once for each node, while it is put together, on the owner's context. */
  KindService start(NodeServices node);
}
