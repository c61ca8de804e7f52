package io.plenary.transport;

import io.plenary.kinds.reactions.service.Reacting;
import io.plenary.kinds.reactions.service.ReactionCommands;

/** What all event loops need of reactions. */
public record SharedReactions(Reacting reacting, ReactionCommands commands) {}
