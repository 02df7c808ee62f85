package org.fourleaf.email;

import java.util.Optional;
import org.fourleaf.platform.Actor;
import org.fourleaf.tickets.AnswerQuery;

/** What a module above puts under an answer's words in its mail. Every answer that is sent asks, so it must cost next to nothing. */
public interface AnswerFoot {

    /** The same, once for each part of the mail. @param html safe as it is */
    record Foot(String text, String html) {}

    /** Inside the workspace and a reading transaction; always the same for the same answer, which may be sent again. */
    Optional<Foot> under(Actor by, AnswerQuery.Answer answer);
}
