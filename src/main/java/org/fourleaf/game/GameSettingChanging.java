package org.fourleaf.game;

import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Permission;
import org.fourleaf.platform.log.Log;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whoever manages the workspace says how the game is set. */
@Component
@Transactional
class GameSettingChanging {

    private final GameSettings settings;
    private final GameSettingStore store;
    private final PresetUse presets;
    private final Log log;

    GameSettingChanging(GameSettings settings, GameSettingStore store, PresetUse presets, Log log) {
        this.settings = settings;
        this.store = store;
        this.presets = presets;
        this.log = log;
    }

    /** What is none stays as it was. A preset chosen again is set again. */
    void change(
            Actor by,
            @Nullable Preset preset,
            @Nullable Boolean fullBoards,
            @Nullable Boolean anonymous,
            @Nullable Boolean mayLeaveBoards) {
        by.mustHave(Permission.WORKSPACE_MANAGE);
        presets.begin(by);
        store.change(by.workspace(), preset, fullBoards, anonymous, mayLeaveBoards);
        if (preset != null) {
            presets.set(by, preset);
        }
        log.write(
                by, new GameSettingChanged(settings.of(by.workspace()).preset().json()));
    }
}
