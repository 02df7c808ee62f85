package org.fourleaf.game;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.departments.Departments;
import org.fourleaf.platform.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Agents at work: who left doesn't compete. */
@Component
@Transactional(readOnly = true)
public class Competitors {

    private final CompetitorQuery query;
    private final Departments departments;

    Competitors(CompetitorQuery query, Departments departments) {
        this.query = query;
        this.departments = departments;
    }

    /** By id, their address. */
    public Map<UUID, String> all(UUID workspace) {
        return query.all(workspace);
    }

    /** @param department whose members compete, none for everybody */
    public Set<UUID> of(Actor by, @Nullable UUID department) {
        Set<UUID> competitors = new HashSet<>(query.all(by.workspace()).keySet());
        if (department != null) {
            competitors.retainAll(departments.members(by, department));
        }
        return competitors;
    }
}
