package org.fourleaf.demo;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fourleaf.conditions.ConditionForm;
import org.fourleaf.departments.Departments;
import org.fourleaf.platform.Actor;
import org.fourleaf.slas.SlaLevelEditing;
import org.fourleaf.slas.SlaRules;
import org.fourleaf.slas.Targets;
import org.fourleaf.tickets.Priority;
import org.fourleaf.tickets.TicketAssigning;
import org.fourleaf.tickets.TicketLevelSetting;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Two service levels, the rule and the departments that give them, and clocks on what waits. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class DemoPromises {

    /** Ordinary and first class, by the language of the workspace. */
    private record Names(String standard, String priority, String rule) {}

    private static final Map<String, Names> NAMES = Map.of(
            "en", new Names("Standard", "Priority", "High and urgent"),
            "lt", new Names("Įprastas", "Pirmenybinis", "Aukštas ir skubus"),
            "el", new Names("Κανονικό", "Προτεραιότητας", "Υψηλή και επείγουσα"),
            "zh", new Names("标准", "优先", "高优先级与紧急"));
    private static final long HOUR = 3_600;

    private final DemoStore store;
    private final Departments departments;
    private final SlaLevelEditing levels;
    private final SlaRules rules;
    private final TicketAssigning tickets;
    private final TicketLevelSetting setting;

    DemoPromises(
            DemoStore store,
            Departments departments,
            SlaLevelEditing levels,
            SlaRules rules,
            TicketAssigning tickets,
            TicketLevelSetting setting) {
        this.store = store;
        this.departments = departments;
        this.levels = levels;
        this.rules = rules;
        this.tickets = tickets;
        this.setting = setting;
    }

    void make(Actor by) {
        Names names = NAMES.getOrDefault(
                store.language(by.workspace()), new Names("Standard", "Priority", "High and urgent"));
        String calendar = store.calendar(by.workspace()).map(UUID::toString).orElse(null);
        UUID standard = levels.add(
                by,
                new SlaLevelEditing.Edit(
                        names.standard,
                        "",
                        new Targets(
                                each(16, 8, 8, 4),
                                each(16, 8, 8, 4),
                                each(8, 4, 4, 2),
                                each(80, 40, 24, 16),
                                null,
                                null),
                        calendar,
                        SlaLevelEditing.Edit.PAUSING_USUALLY,
                        SlaLevelEditing.Edit.WARNING_PERCENT_USUALLY));
        UUID priority = levels.add(
                by,
                new SlaLevelEditing.Edit(
                        names.priority,
                        "",
                        new Targets(each(4, 4, 2, 1), each(4, 4, 2, 1), null, each(24, 16, 8, 8), null, null),
                        calendar,
                        SlaLevelEditing.Edit.PAUSING_USUALLY,
                        SlaLevelEditing.Edit.WARNING_PERCENT_USUALLY));
        rules.add(
                by,
                new SlaRules.Edit(
                        names.rule,
                        true,
                        new ConditionForm(null, null, "priority", "is", List.of("high", "urgent")),
                        priority.toString()));
        departments.all(by).forEach(department -> levels.give(by, department.id(), standard));
        for (UUID id : store.waiting(by.workspace())) {
            tickets.lock(by, id)
                    .ifPresent(ticket -> setting.set(
                            by, ticket, ticket.priority().compareTo(Priority.HIGH) < 0 ? standard : priority));
        }
    }

    private static Targets.Each each(long low, long normal, long high, long urgent) {
        return new Targets.Each(low * HOUR, normal * HOUR, high * HOUR, urgent * HOUR);
    }
}
