package io.plenary.kinds.qa.transport;

import io.plenary.activity.service.EventCache;
import io.plenary.kinds.qa.service.ModeratorPresence;
import io.plenary.kinds.qa.service.QaBoard;
import io.plenary.kinds.qa.service.QaCommands;
import io.plenary.kinds.qa.service.QuestionCommands;
import io.plenary.kinds.qa.service.QuestionLists;
import io.plenary.kinds.qa.service.Queue;

/**
 * What all event loops answer questions about questions from. Everything in here may be used from
 * any of them.
 */
public record SharedQa(
    EventCache board,
    QaBoard questions,
    QuestionLists lists,
    QuestionCommands commands,
    QaCommands settings,
    Queue queue,
    ModeratorPresence hands) {}
