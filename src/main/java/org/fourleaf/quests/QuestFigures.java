package org.fourleaf.quests;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.fourleaf.boards.Standing;
import org.fourleaf.boards.Standings;
import org.fourleaf.game.Days;
import org.fourleaf.people.WorkspacePlace;
import org.fourleaf.platform.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What agents have come to by what a quest measures: the same figures that boards compare. */
@Component
@Transactional(readOnly = true)
class QuestFigures {

    private final Standings standings;
    private final WorkspacePlace places;

    QuestFigures(Standings standings, WorkspacePlace places) {
        this.standings = standings;
        this.places = places;
    }

    /** By agent; who came to nothing is not there. @param day the last that counts */
    Map<UUID, Standing> of(Actor by, Quest quest, QuestMeasure measure, LocalDate day) {
        Map<UUID, Standing> figures = new HashMap<>();
        Days days = measure.days(day, earliest(quest, day, places.zone(by.workspace())));
        if (days.from().isBefore(days.to())) {
            standings
                    .agents(by, measure.metric(), days.from(), days.to())
                    .forEach(standing -> figures.put(standing.who(), standing));
        }
        return figures;
    }

    private static LocalDate earliest(Quest quest, LocalDate day, ZoneId zone) {
        return Stream.of(
                        quest.from(),
                        quest.since() == null ? null : LocalDate.ofInstant(quest.since(), zone),
                        quest.repeats() == QuestRhythm.ONCE
                                ? null
                                : LocalDate.ofEpochDay(quest.repeats().period(day)))
                .filter(Objects::nonNull)
                .max(LocalDate::compareTo)
                .orElse(LocalDate.MIN);
    }
}
