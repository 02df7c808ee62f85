package org.fourleaf.rules;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Log;
import org.fourleaf.platform.log.LogReader;
import org.fourleaf.platform.log.Recorded;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Writes down what some active rule waits for, for the worker to take. Costs nothing where no line of a page could concern rules, and
 * one look at a version where one could. What rules do themselves is followed up by the worker, in the transaction of its doing; what
 * is imported sets off nothing.
 */
@Component
class RuleReader implements LogReader {

    /** What may take away something that a rule names, or bring it back. */
    private static final Set<ActivityKind> CHANGES_NAMES = Set.of(
            ActivityKind.DEPARTMENT_CHANGED,
            ActivityKind.DEPARTMENT_DELETED,
            ActivityKind.AGENT_CHANGED,
            ActivityKind.AGENT_DEACTIVATED,
            ActivityKind.TAG_CHANGED,
            ActivityKind.TAGS_MERGED,
            ActivityKind.FIELD_CHANGED,
            ActivityKind.CHOICE_CHANGED,
            ActivityKind.MAILBOX_CHANGED,
            ActivityKind.CUSTOMERS_MERGED,
            ActivityKind.CUSTOMER_ERASED,
            ActivityKind.COMPANIES_MERGED,
            ActivityKind.SLA_LEVEL_CHANGED,
            ActivityKind.SLA_LEVEL_DELETED,
            ActivityKind.WEBHOOK_CHANGED,
            ActivityKind.PREDEFINED_ANSWER_CHANGED,
            ActivityKind.RULE_CHANGED);

    /** After which a ticket may fit another time rule, or none. */
    private static final Set<ActivityKind> CHANGES_TICKETS = Set.of(
            ActivityKind.TICKET_CREATED,
            ActivityKind.TICKET_ASSIGNED,
            ActivityKind.TICKET_TRANSFERRED,
            ActivityKind.TICKET_STATUS_CHANGED,
            ActivityKind.TICKET_TAGGED,
            ActivityKind.TICKET_UNTAGGED,
            ActivityKind.TICKET_CHANGED,
            ActivityKind.TICKET_SLA_CHANGED,
            ActivityKind.SLA_DUE_SOON,
            ActivityKind.SLA_MISSED,
            ActivityKind.SLA_MET,
            ActivityKind.SUB_STATUS_CHANGED,
            ActivityKind.TICKET_CUSTOMER_CHANGED,
            ActivityKind.TICKET_LINKED,
            ActivityKind.TICKET_RELATED,
            ActivityKind.TICKET_UNMERGED,
            ActivityKind.TICKET_ABSORBED,
            ActivityKind.TICKET_RELEASED,
            ActivityKind.TICKET_SPLIT,
            ActivityKind.MESSAGE_RECEIVED,
            ActivityKind.MESSAGE_SENT,
            ActivityKind.MESSAGE_FORWARDED,
            ActivityKind.NOTE_ADDED,
            ActivityKind.DELIVERY_CHANGED);

    private static final Set<ActivityKind> KINDS = Stream.of(
                    CHANGES_NAMES.stream(), CHANGES_TICKETS.stream(), RuleTrigger.kinds().stream())
            .flatMap(kinds -> kinds)
            .collect(Collectors.toUnmodifiableSet());

    private final RuleSets sets;
    private final TimeRuleStore times;
    private final RuleChecking checking;
    private final RuleTodoStore todos;
    private final RuleBell bell;

    RuleReader(RuleSets sets, TimeRuleStore times, RuleChecking checking, RuleTodoStore todos, RuleBell bell) {
        this.sets = sets;
        this.times = times;
        this.checking = checking;
        this.todos = todos;
        this.bell = bell;
    }

    @Override
    public String name() {
        return "rules";
    }

    @Override
    public Set<ActivityKind> kinds() {
        return KINDS;
    }

    @Override
    public void read(List<Recorded> page, Log log) {
        boolean namesChange = false;
        Set<UUID> changed = new LinkedHashSet<>();
        List<Recorded> concerning = new ArrayList<>();
        for (Recorded line : page) {
            namesChange |= CHANGES_NAMES.contains(line.kind());
            if (line.ticket() != null && !line.imported() && CHANGES_TICKETS.contains(line.kind())) {
                changed.add(line.ticket());
            }
            if (line.ticket() != null
                    && !line.imported()
                    && line.byKind() != Actor.Kind.RULE
                    && RuleTrigger.concerns(line.kind())) {
                concerning.add(line);
            }
        }
        UUID workspace = page.getFirst().workspace();
        if (namesChange) {
            checking.check(Actor.system(workspace));
        }
        if (changed.isEmpty() && concerning.isEmpty()) {
            return;
        }
        RuleSet set = sets.of(workspace);
        if (!set.timed().isEmpty() && !changed.isEmpty()) {
            times.check(workspace, changed);
        }
        if (concerning.isEmpty() || set.listening().isEmpty()) {
            return;
        }
        List<RuleEvent> heard = concerning.stream()
                .map(line -> heard(set, line, List.of(), null))
                .filter(event -> !event.triggers().isEmpty())
                .toList();
        if (!heard.isEmpty()) {
            todos.insert(workspace, heard);
            bell.ringAfterCommit();
        }
    }

    static RuleEvent heard(RuleSet set, Recorded line, List<UUID> chain, @Nullable UUID family) {
        return new RuleEvent(
                Objects.requireNonNull(line.ticket()),
                set.heard(RuleTrigger.of(line)),
                line.kind(),
                line.byKind(),
                line.byId(),
                line.at(),
                line.facts(),
                chain,
                family);
    }
}
