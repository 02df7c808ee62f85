package org.fourleaf.game;

import jakarta.validation.Valid;
import org.fourleaf.platform.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How the game is set, over HTTP. */
@RestController
@RequestMapping("/api/v1/game-settings")
class GameSettingController {

    /**
     * How badges are set, whether all may see whole boards, whether others on them have no names, and whether agents may leave public
     * boards.
     */
    record Told(Preset preset, boolean fullBoards, boolean anonymous, boolean mayLeaveBoards) {}

    record Change(
            @Nullable Preset preset,
            @Nullable Boolean fullBoards,
            @Nullable Boolean anonymous,
            @Nullable Boolean mayLeaveBoards) {}

    private final GameSettings settings;
    private final GameSettingChanging changing;

    GameSettingController(GameSettings settings, GameSettingChanging changing) {
        this.settings = settings;
        this.changing = changing;
    }

    @GetMapping
    Told get(Actor by) {
        GameSetting setting = settings.of(by.workspace());
        return new Told(setting.preset(), setting.fullBoards(), setting.anonymous(), setting.mayLeaveBoards());
    }

    /** A preset sets the shipped badges as it says. */
    @PatchMapping
    Told change(Actor by, @Valid @RequestBody Change wanted) {
        changing.change(by, wanted.preset, wanted.fullBoards, wanted.anonymous, wanted.mayLeaveBoards);
        return get(by);
    }
}
