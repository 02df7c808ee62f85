package org.fourleaf.game;

import java.time.LocalDate;

/**
 * How the game is set in a workspace.
 *
 * @param begun the day it was first looked at
 * @param fullBoards whether all may see whole boards
 * @param anonymous whether others on boards have no names
 * @param mayLeaveBoards whether agents may leave public boards
 */
public record GameSetting(
        Preset preset, LocalDate begun, boolean fullBoards, boolean anonymous, boolean mayLeaveBoards) {

    /** Of a workspace where it has not begun. */
    static final GameSetting USUAL = new GameSetting(Preset.KIND, LocalDate.EPOCH, false, false, true);
}
