package io.plenary.transport;

import io.plenary.qa.service.Hands;
import io.plenary.qa.service.QaBoard;
import io.plenary.qa.service.QaCommands;
import io.plenary.qa.service.QuestionCommands;
import io.plenary.qa.service.QuestionLists;
import io.plenary.qa.service.Queue;
import io.plenary.room.service.Board;

/** What all event loops answer questions about questions from. Everything in here may be used from any of them. */
public record SharedQa(Board board, QaBoard questions, QuestionLists lists, QuestionCommands commands, QaCommands settings, Queue queue,
    Hands hands) {}
