package org.fourleaf.boards;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** An agent left public boards, or came back to them. */
@Records(ActivityKind.BOARDS_LEFT)
record BoardsLeft(UUID agent, boolean left) implements Fact {}
