package org.fourleaf.rules;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.answers.PredefinedAnswers;
import org.fourleaf.badges.Awarding;
import org.fourleaf.departments.Departments;
import org.fourleaf.fields.FieldSubject;
import org.fourleaf.fields.FieldValues;
import org.fourleaf.people.Agent;
import org.fourleaf.people.Agents;
import org.fourleaf.people.EmailAddress;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.Texts;
import org.fourleaf.platform.html.HtmlCleaning;
import org.fourleaf.tickets.TextVariables;
import org.fourleaf.tickets.TicketCode;
import org.fourleaf.tickets.TicketTags;
import org.fourleaf.webhooks.WebhookSending;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads what a rule shall do: checks each action, and turns names into ids, so that a later renaming changes nothing. */
@Component
class ActionReading {

    static final String KEEP = "keep";
    static final String UNASSIGNED = "unassigned";
    static final String LEAST_BUSY = "least_busy";
    static final String LAST_AGENT = "last_agent";
    static final String ASSIGNEE = "assignee";
    static final String LINKED = "linked";
    static final Set<String> ASSIGN_WORDS = Set.of(KEEP, UNASSIGNED, LEAST_BUSY, LAST_AGENT);

    private static final long POSTPONED_MAX = Duration.ofDays(366).toSeconds();

    private final Departments departments;
    private final Agents agents;
    private final FieldValues fieldValues;
    private final TicketTags tags;
    private final RuleNamesQuery names;
    private final WebhookSending webhooks;
    private final PredefinedAnswers answers;
    private final Awarding awarding;

    ActionReading(
            Departments departments,
            Agents agents,
            FieldValues fieldValues,
            TicketTags tags,
            RuleNamesQuery names,
            WebhookSending webhooks,
            PredefinedAnswers answers,
            Awarding awarding) {
        this.awarding = awarding;
        this.answers = answers;
        this.webhooks = webhooks;
        this.departments = departments;
        this.agents = agents;
        this.fieldValues = fieldValues;
        this.tags = tags;
        this.names = names;
    }

    /** @throws Refusal invalid, pointing to the part that is wrong */
    List<RuleAction> read(Actor by, List<RuleAction> given, String pointer) {
        if (given.isEmpty()) {
            throw Refusal.invalid(pointer, "Say what the rule does.");
        }
        List<RuleAction> read = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            read.add(read(by, given.get(i), pointer + "/" + i));
        }
        return read;
    }

    private RuleAction read(Actor by, RuleAction given, String at) {
        return switch (given.type()) {
            case TRANSFER -> transfer(by, given, at);
            case ASSIGN -> {
                must(given.assign() != null && !KEEP.equals(given.assign()), at + "/assign", "Say to whom.");
                yield with(given.type()).assign(assign(by, given.assign(), at)).made();
            }
            case ADD_TAGS, REMOVE_TAGS ->
                with(given.type()).tags(tags(by, given, at)).made();
            case SET_FIELDS -> fields(by, given, at);
            case SET_PRIORITY -> {
                must(given.priority() != null, at + "/priority", "Say which.");
                yield with(given.type()).priority(given).made();
            }
            case SET_SLA_LEVEL -> {
                String level = given.slaLevel();
                UUID id = Optional.ofNullable(level)
                        .flatMap(named -> names.slaLevel(by.workspace(), named).or(() -> id(named)))
                        .filter(found -> !names.names(by.workspace(), RuleThing.SLA_LEVEL, Set.of(found))
                                .isEmpty())
                        .orElseThrow(() -> Refusal.invalid(at + "/sla_level", "There is no such service level."));
                yield with(given.type()).slaLevel(id.toString()).made();
            }
            case CHANGE_SUBJECT ->
                with(given.type())
                        .subject(line(given.subject(), at + "/subject"))
                        .made();
            case ADD_NOTE -> with(given.type()).html(html(given, at)).made();
            case SEND_ANSWER ->
                words(by, given, at, true)
                        .keepStatus(Boolean.TRUE.equals(given.keepStatus()))
                        .made();
            case SEND_MAIL ->
                with(given.type())
                        .to(addresses(given, at))
                        .html(html(given, at))
                        .made();
            case FORWARD ->
                with(given.type())
                        .to(addresses(given, at))
                        .html(given.html() == null ? null : html(given, at))
                        .made();
            case ADD_PARTICIPANT -> with(given.type()).to(addresses(given, at)).made();
            case NOTIFY -> notified(by, given, at);
            case AWARD_POINTS -> {
                must(
                        given.points() != null && given.points() > 0 && given.points() <= Awarding.POINTS_MAX,
                        at + "/points",
                        "Say how many, from 1 to " + Awarding.POINTS_MAX + ".");
                yield with(given.type())
                        .points(given.points())
                        .agents(winners(by, given, at))
                        .made();
            }
            case AWARD_BADGE -> {
                must(
                        given.badge() != null && awarding.isGivable(by, given.badge()),
                        at + "/badge",
                        "There is no such badge that is earned: held and drawn ones go to whom the night gives them.");
                yield with(given.type())
                        .badge(given.badge())
                        .agents(winners(by, given, at))
                        .made();
            }
            case POSTPONE -> {
                must(
                        given.seconds() != null && given.seconds() > 0 && given.seconds() <= POSTPONED_MAX,
                        at + "/seconds",
                        "Say for how many seconds, at most a year.");
                yield with(given.type()).seconds(given.seconds()).made();
            }
            case PENDING, REOPEN, SPAM, DELETE, STOP -> with(given.type()).made();
            case RESOLVE ->
                words(by, given, at, false)
                        .disposition(
                                given.disposition() == null ? null : line(given.disposition(), at + "/disposition"))
                        .made();
            case HTTP_REQUEST ->
                with(given.type()).webhook(webhook(by, given, at, false)).made();
            case POST_MESSAGE ->
                with(given.type())
                        .webhook(webhook(by, given, at, true))
                        .text(line(given.text(), at + "/text"))
                        .made();
            case MERGE_INTO -> {
                String ticket = given.ticket();
                must(
                        ticket != null
                                && (ticket.equals(LINKED)
                                        || TicketCode.parse(ticket).isPresent()),
                        at + "/ticket",
                        "The code of a ticket, or linked for the one it follows.");
                yield with(given.type()).ticket(ticket).made();
            }
            case RUN_RULE -> {
                String rule = given.rule();
                UUID id = Optional.ofNullable(rule)
                        .flatMap(named -> names.rule(by.workspace(), named).or(() -> id(named)))
                        .filter(found -> !names.names(by.workspace(), RuleThing.RULE, Set.of(found))
                                .isEmpty())
                        .orElseThrow(() -> Refusal.invalid(at + "/rule", "There is no such rule."));
                yield with(given.type()).rule(id.toString()).made();
            }
        };
    }

    /** Words of its own or a predefined answer; either, but not both. */
    private ActionParts words(Actor by, RuleAction given, String at, boolean needed) {
        String predefined = given.predefinedAnswer();
        if (predefined == null) {
            return with(given.type()).html(given.html() == null && !needed ? null : html(given, at));
        }
        must(given.html() == null, at + "/html", "Either a text or a predefined answer.");
        UUID id = answers.shared(by, predefined)
                .orElseThrow(() -> Refusal.invalid(
                        at + "/predefined_answer",
                        "There is no such predefined answer, or it is one agent's alone: " + predefined));
        return with(given.type()).predefinedAnswer(id.toString());
    }

    private RuleAction transfer(Actor by, RuleAction given, String at) {
        must(
                given.department() != null || given.assign() != null,
                at + "/department",
                "Say where to: a department, somebody, or both.");
        String department = given.department() == null ? null : department(by, given.department(), at);
        return with(given.type())
                .department(department)
                .assign(given.assign() == null ? KEEP : assign(by, given.assign(), at))
                .made();
    }

    /** Nobody named is whoever owns the ticket. */
    private List<String> winners(Actor by, RuleAction given, String at) {
        List<String> whom = whom(by, given, at);
        return whom.isEmpty() ? List.of(ASSIGNEE) : whom;
    }

    private List<String> whom(Actor by, RuleAction given, String at) {
        List<String> whom = new ArrayList<>();
        List<String> wanted = given.agents() == null ? List.of() : given.agents();
        for (int i = 0; i < wanted.size(); i++) {
            whom.add(wanted.get(i).equals(ASSIGNEE) ? ASSIGNEE : agent(by, wanted.get(i), at + "/agents/" + i));
        }
        return whom;
    }

    private RuleAction notified(Actor by, RuleAction given, String at) {
        List<String> whom = whom(by, given, at);
        must(!whom.isEmpty() || given.department() != null, at + "/agents", "Say whom.");
        return with(given.type())
                .agents(whom)
                .department(given.department() == null ? null : department(by, given.department(), at))
                .made();
    }

    private RuleAction fields(Actor by, RuleAction given, String at) {
        ObjectNode fields = given.fields();
        if (fields == null || fields.isEmpty()) {
            throw Refusal.invalid(at + "/fields", "Say which fields become what.");
        }
        try {
            fieldValues.merged(by, FieldSubject.TICKET, JsonNodeFactory.instance.objectNode(), fields);
        } catch (Refusal e) {
            if (e.faults().isEmpty()) {
                throw e;
            }
            throw Refusal.invalid(
                    at + e.faults().getFirst().pointer(), e.faults().getFirst().message());
        }
        return with(given.type()).fields(fields).made();
    }

    private String department(Actor by, String reference, String at) {
        return departments
                .find(by, reference)
                .orElseThrow(() -> Refusal.invalid(at + "/department", "There is no such department: " + reference))
                .toString();
    }

    private String assign(Actor by, @Nullable String reference, String at) {
        String wanted = String.valueOf(reference);
        return ASSIGN_WORDS.contains(wanted) ? wanted : agent(by, wanted, at + "/assign");
    }

    private String agent(Actor by, String reference, String pointer) {
        return agents.find(by, reference)
                .map(Agent::id)
                .filter(id -> !names.names(by.workspace(), RuleThing.AGENT, Set.of(id))
                        .isEmpty())
                .orElseThrow(() -> Refusal.invalid(pointer, "There is no such agent at work: " + reference))
                .toString();
    }

    /** A name not known yet becomes a tag, as it does on a ticket. */
    private List<String> tags(Actor by, RuleAction given, String at) {
        List<String> wanted = given.tags() == null ? List.of() : given.tags();
        must(!wanted.isEmpty(), at + "/tags", "Say which tags.");
        Set<String> ids = new LinkedHashSet<>();
        for (int i = 0; i < wanted.size(); i++) {
            String name = Texts.line(wanted.get(i));
            must(!name.isEmpty(), at + "/tags/" + i, "A tag has a name.");
            ids.add(names.tag(by.workspace(), name)
                    .or(() -> id(name).filter(id -> !names.names(by.workspace(), RuleThing.TAG, Set.of(id))
                            .isEmpty()))
                    .orElseGet(() -> tags.named(by, name))
                    .toString());
        }
        return List.copyOf(ids);
    }

    private String webhook(Actor by, RuleAction given, String at, boolean chat) {
        return Optional.ofNullable(given.webhook())
                .flatMap(named -> webhooks.find(by, named, chat))
                .orElseThrow(() -> Refusal.invalid(
                        at + "/webhook",
                        chat ? "There is no such webhook of a chat." : "There is no such signed webhook."))
                .toString();
    }

    private static List<String> addresses(RuleAction given, String at) {
        List<String> wanted = given.to() == null ? List.of() : given.to();
        must(!wanted.isEmpty(), at + "/to", "Say to whom.");
        Set<String> good = new LinkedHashSet<>();
        for (int i = 0; i < wanted.size(); i++) {
            String pointer = at + "/to/" + i;
            good.add(EmailAddress.ofLenient(wanted.get(i))
                    .orElseThrow(() -> Refusal.invalid(pointer, "This must be an e-mail address.")));
        }
        return List.copyOf(good);
    }

    private static String html(RuleAction given, String at) {
        String html = given.html();
        if (html == null || html.isBlank()) {
            throw Refusal.invalid(at + "/html", "The text is missing.");
        }
        TextVariables.mustBeKnown(html, at + "/html");
        return HtmlCleaning.clean(Texts.clean(html), contentId -> null).html();
    }

    private static String line(@Nullable String given, String pointer) {
        String line = given == null ? "" : Texts.line(given);
        must(!line.isEmpty(), pointer, "This must not be blank.");
        TextVariables.mustBeKnown(line, pointer);
        return line;
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text.toLowerCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static void must(boolean holds, String pointer, String words) {
        if (!holds) {
            throw Refusal.invalid(pointer, words);
        }
    }

    private static ActionParts with(ActionKind type) {
        return new ActionParts(type);
    }
}
