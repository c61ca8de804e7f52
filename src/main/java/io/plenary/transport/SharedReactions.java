package io.plenary.transport;

import io.plenary.reaction.service.Reacting;
import io.plenary.reaction.service.ReactionCommands;

/** What all event loops need of reactions. */
public record SharedReactions(Reacting reacting, ReactionCommands commands) {}
