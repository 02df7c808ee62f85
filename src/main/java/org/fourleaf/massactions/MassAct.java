package org.fourleaf.massactions;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.platform.web.Given;
import org.fourleaf.tickets.Priority;
import org.fourleaf.tickets.TicketChanging;
import org.fourleaf.tickets.TicketStatus;
import org.jspecify.annotations.Nullable;

/**
 * What is done to each ticket. What is not given stays as it is.
 *
 * @param disposition how it ended, for those that are resolved
 * @param assigns whether the owner changes, to nobody when there is no assignee
 * @param levels whether the service level changes, to none when there is no level
 * @param departmentLevel what its department gives, unless a rule, a person or automation gave it another
 * @param restore brings spam and deleted tickets back to where they were; others stay
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MassAct(
        @Nullable TicketStatus status,
        @Nullable String disposition,
        @Nullable Instant postponedUntil,
        @Nullable UUID department,
        boolean assigns,
        @Nullable UUID assignee,
        @Nullable Priority priority,
        boolean levels,
        @Nullable UUID slaLevel,
        boolean departmentLevel,
        @Nullable String type,
        List<String> addTags,
        List<String> removeTags,
        boolean restore) {

    static final int TAGS_MAX = 50;

    MassAct {
        addTags = List.copyOf(addTags);
        removeTags = List.copyOf(removeTags);
    }

    boolean isNothing() {
        return isLevelAlone() && !levels && !departmentLevel;
    }

    /** Nothing else is done along with giving what the department gives. */
    boolean isLevelAlone() {
        return status == null
                && department == null
                && !assigns
                && priority == null
                && type == null
                && !touchesTags()
                && !restore;
    }

    boolean touchesTags() {
        return !addTags.isEmpty() || !removeTags.isEmpty();
    }

    /** The change of one ticket that makes it so; none where it is so already. */
    TicketChanging.@Nullable Change of(TicketState now) {
        TicketStatus to = restore ? (now.status().isOut() ? TicketStatus.OPEN : null) : status;
        boolean again = to == TicketStatus.POSTPONED && !Objects.equals(postponedUntil, now.postponedUntil());
        TicketStatus become = to == null || (to == now.status() && !again) ? null : to;
        UUID into = department == null || department.equals(now.department()) ? null : department;
        boolean moves = assigns && !Objects.equals(assignee, now.assignee());
        Set<String> tags = tagsOf(now.tags());
        boolean retagged = touchesTags() && !tags.equals(new LinkedHashSet<>(now.tags()));
        Priority weighed = priority == now.priority() ? null : priority;
        String sorted = now.type().equals(type) ? null : type;
        boolean promised = levels && !Objects.equals(slaLevel, now.slaLevel());
        if (become == null && into == null && !moves && !retagged && weighed == null && sorted == null && !promised) {
            return null;
        }
        return new TicketChanging.Change(
                become,
                Given.nothing(),
                become == TicketStatus.RESOLVED && disposition != null ? Given.of(disposition) : Given.nothing(),
                become == TicketStatus.POSTPONED ? postponedUntil : null,
                into,
                moves ? Given.of(assignee) : Given.nothing(),
                weighed,
                promised ? Given.of(slaLevel) : Given.nothing(),
                retagged ? List.copyOf(tags) : null,
                null,
                sorted,
                null);
    }

    private Set<String> tagsOf(List<String> worn) {
        Set<String> tags = new LinkedHashSet<>(worn);
        addTags.stream()
                .filter(name -> tags.stream().noneMatch(name::equalsIgnoreCase))
                .toList()
                .forEach(tags::add);
        tags.removeIf(tag -> removeTags.stream().anyMatch(tag::equalsIgnoreCase));
        return tags;
    }
}
