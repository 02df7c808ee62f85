package org.fourleaf.badges;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.departments.Departments;
import org.fourleaf.metrics.FigureFilter;
import org.fourleaf.metrics.FigureFilters;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Refusal;
import org.fourleaf.tickets.Channel;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads who is to compete for a badge, and by which of their work: departments, channels and tags by id or by name. */
@Component
@Transactional(readOnly = true)
class BadgeReaches {

    private final Departments departments;
    private final FigureFilters filters;

    BadgeReaches(Departments departments, FigureFilters filters) {
        this.departments = departments;
        this.filters = filters;
    }

    /** @throws Refusal invalid or malformed, naming what is not there */
    BadgeReach read(Actor by, BadgeReach was, BadgeBodies.Wanted wanted) {
        BadgeScope scope = wanted.scope() == null ? was.scope() : wanted.scope();
        UUID department = wanted.department().present()
                ? department(by, wanted.department().value())
                : was.department();
        if (scope == BadgeScope.WORKSPACE) {
            department = null;
        } else if (department == null) {
            throw Refusal.invalid("/department", "Say whose members compete.");
        }
        FigureFilter filter = wanted.filters() == null ? was.filter() : filter(by, wanted.filters());
        if (scope == BadgeScope.DEPARTMENT
                && !filter.departments().isEmpty()
                && !filter.departments().contains(department)) {
            throw Refusal.invalid("/filters/department", "Only what is done in the badge's own department counts.");
        }
        return new BadgeReach(scope, department, filter);
    }

    private @Nullable UUID department(Actor by, @Nullable String reference) {
        return reference == null
                ? null
                : departments
                        .find(by, reference)
                        .orElseThrow(() -> Refusal.invalid("/department", "There is no such department."));
    }

    private FigureFilter filter(Actor by, BadgeBodies.Filters wanted) {
        if (wanted.namesPriorities()) {
            throw Refusal.invalid(
                    "/filters/priority",
                    "No figure knows which priority its ticket had: use department, channel or tag.");
        }
        Set<UUID> places = new HashSet<>();
        for (String each : wanted.departments()) {
            places.add(departments
                    .find(by, each)
                    .orElseThrow(() -> Refusal.invalid("/filters/department", "There is no such department.")));
        }
        Set<Integer> channels = new HashSet<>();
        for (String each : wanted.channels()) {
            Channel channel = Channel.named(each);
            if (channel == null) {
                throw Refusal.invalid(
                        "/filters/channel",
                        "One of "
                                + List.of(Channel.values()).stream()
                                        .map(Channel::json)
                                        .toList() + ".");
            }
            channels.add(channel.code());
        }
        return new FigureFilter(
                Set.of(),
                places,
                channels,
                filters.read(by, null, null, null, wanted.tag()).tag());
    }
}
