package org.fourleaf.boards;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.game.GameSetting;
import org.fourleaf.game.GameSettings;
import org.fourleaf.metrics.FigureSight;
import org.fourleaf.metrics.Figures;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Permission;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells what somebody may see of others wherever agents are compared or praised in public. */
@Component
@Transactional(readOnly = true)
public class BoardSights {

    private final GameSettings settings;
    private final BoardAbsenceStore absences;
    private final Figures figures;

    BoardSights(GameSettings settings, BoardAbsenceStore absences, Figures figures) {
        this.settings = settings;
        this.absences = absences;
        this.figures = figures;
    }

    /** Leads see everybody of theirs; everybody sees themselves. */
    public BoardSight of(Actor by) {
        GameSetting setting = settings.of(by.workspace());
        boolean whole = by.may(Permission.REPORTS_ALL);
        Set<UUID> hidden = new HashSet<>(whole ? Set.of() : absences.absent(by.workspace()));
        if (!hidden.isEmpty()) {
            FigureSight sight = figures.sight(by);
            hidden.removeAll(sight.members());
            if (by.id() != null) {
                hidden.remove(by.id());
            }
        }
        return new BoardSight(by.id(), whole, whole || setting.fullBoards(), setting.anonymous(), hidden);
    }

    /** Of whoever passes by a screen or reads a chat: nobody's colleague. */
    public BoardSight ofStrangers(UUID workspace) {
        GameSetting setting = settings.of(workspace);
        return new BoardSight(null, false, true, setting.anonymous(), absences.absent(workspace));
    }
}
