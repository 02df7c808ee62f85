package org.fourleaf.game;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door to how the game is set. */
@Component
@Transactional(readOnly = true)
public class GameSettings {

    private final GameSettingStore store;

    GameSettings(GameSettingStore store) {
        this.store = store;
    }

    /** As is usual where the game has not begun. */
    public GameSetting of(UUID workspace) {
        return find(workspace).orElse(GameSetting.USUAL);
    }

    /** None where the game has not begun. */
    public Optional<GameSetting> find(UUID workspace) {
        return store.find(workspace);
    }

    /** The game begins in a workspace. @return whether it had not */
    @Transactional
    public boolean begin(UUID workspace, LocalDate day) {
        return store.begin(workspace, day);
    }

    /** Until the transaction ends nobody else has it. @return whether nobody had */
    @Transactional
    public boolean lock(UUID workspace) {
        return store.lock(workspace);
    }
}
