package org.fourleaf.rules;

import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.answers.PredefinedAnswers;
import org.fourleaf.badges.Awarding;
import org.fourleaf.departments.Departments;
import org.fourleaf.email.LastWordsQuery;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Limits;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.Texts;
import org.fourleaf.platform.html.HtmlText;
import org.fourleaf.platform.log.Log;
import org.fourleaf.platform.web.Given;
import org.fourleaf.tickets.Addressing;
import org.fourleaf.tickets.Content;
import org.fourleaf.tickets.MessageType;
import org.fourleaf.tickets.Participants;
import org.fourleaf.tickets.TextVariables;
import org.fourleaf.tickets.Ticket;
import org.fourleaf.tickets.TicketCardQuery;
import org.fourleaf.tickets.TicketChanging;
import org.fourleaf.tickets.TicketMerging;
import org.fourleaf.tickets.TicketReplying;
import org.fourleaf.tickets.TicketStatus;
import org.fourleaf.tickets.TicketVariables;
import org.fourleaf.tickets.Tickets;
import org.fourleaf.tickets.Timing;
import org.fourleaf.webhooks.WebhookSending;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Does what a rule does to a locked ticket, action after action, through the doors that agents use. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class RuleActing {

    /** Rules that run rules, which run rules … */
    private static final int RULES_DEEP_MAX = 5;

    private static final String NO_ANSWER_TO_MACHINES =
            "No answer was sent: what came last was written by a machine, and machines must not answer each other.";

    /** What comes after a rule. */
    enum End {
        NEXT,
        /** No rule after it is asked. */
        STOP,
        FAILED
    }

    private final TicketChanging changing;
    private final TicketReplying replying;
    private final TicketMerging merging;
    private final Tickets tickets;
    private final Participants participants;
    private final TicketVariables variables;
    private final Departments departments;
    private final LastWordsQuery lastWords;
    private final AgentChoiceQuery choice;
    private final RuleNamesQuery names;
    private final WebhookSending webhooks;
    private final PredefinedAnswers answers;
    private final Awarding awarding;
    private final TicketCardQuery cards;
    private final JsonMapper json;
    private final Log log;
    private final Clock clock;

    RuleActing(
            TicketChanging changing,
            TicketReplying replying,
            TicketMerging merging,
            Tickets tickets,
            Participants participants,
            TicketVariables variables,
            Departments departments,
            LastWordsQuery lastWords,
            AgentChoiceQuery choice,
            RuleNamesQuery names,
            WebhookSending webhooks,
            PredefinedAnswers answers,
            Awarding awarding,
            TicketCardQuery cards,
            JsonMapper json,
            Log log,
            Clock clock) {
        this.changing = changing;
        this.replying = replying;
        this.merging = merging;
        this.tickets = tickets;
        this.participants = participants;
        this.variables = variables;
        this.departments = departments;
        this.lastWords = lastWords;
        this.choice = choice;
        this.names = names;
        this.webhooks = webhooks;
        this.answers = answers;
        this.awarding = awarding;
        this.cards = cards;
        this.json = json;
        this.log = log;
        this.clock = clock;
    }

    /** @param remarks gets what its history should tell @throws Refusal when the ticket does not take an action: then nothing of the rule is done */
    End act(Actor self, RuleSet set, Rule rule, Ticket ticket, List<String> remarks) {
        return act(self, set, rule, ticket, remarks, new LinkedHashSet<>());
    }

    private End act(Actor self, RuleSet set, Rule rule, Ticket ticket, List<String> remarks, Set<UUID> within) {
        if (!within.add(rule.id()) || within.size() > RULES_DEEP_MAX) {
            throw Refusal.conflict("rules-in-a-circle", "Rules run each other in a circle, or too deep.");
        }
        for (RuleAction action : rule.actions()) {
            switch (action.type()) {
                case STOP -> {
                    return End.STOP;
                }
                case RUN_RULE -> {
                    RuleSet.Ready other = set.byId(UUID.fromString(Objects.requireNonNull(action.rule())));
                    if (other == null || !other.runs()) {
                        throw Refusal.conflict("rule-broken", "The rule it runs is gone, or broken itself.");
                    }
                    Actor its = Actor.rule(
                            self.workspace(), other.rule().id(), other.rule().name());
                    log.write(
                            its,
                            new RuleRan(
                                    ticket.id(),
                                    ticket.department(),
                                    other.rule().id()));
                    if (act(its, set, other.rule(), ticket, remarks, within) == End.STOP) {
                        return End.STOP;
                    }
                }
                case MERGE_INTO -> {
                    merging.merge(self, ticket.code().text(), mergedInto(self, ticket, action));
                    return End.STOP;
                }
                default -> {
                    String remark = one(self, rule, ticket, action);
                    if (remark != null) {
                        remarks.add(remark);
                    }
                }
            }
        }
        within.remove(rule.id());
        return End.NEXT;
    }

    private String mergedInto(Actor self, Ticket ticket, RuleAction action) {
        String wanted = Objects.requireNonNull(action.ticket());
        if (!wanted.equals(ActionReading.LINKED)) {
            return wanted;
        }
        UUID linked = ticket.linkedFrom();
        if (linked == null) {
            throw Refusal.conflict("not-linked", "The ticket follows no other that it could be merged into.");
        }
        return tickets.byId(self, linked).orElseThrow().code().text();
    }

    /** @return a remark for the rule's history, if there is one to make */
    private @Nullable String one(Actor self, Rule rule, Ticket ticket, RuleAction action) {
        String code = ticket.code().text();
        switch (action.type()) {
            case TRANSFER, ASSIGN -> transfer(self, ticket, action);
            case ADD_TAGS, REMOVE_TAGS -> tag(self, ticket, action);
            case SET_FIELDS -> change(self, ticket, new Changed().fields(action.fields()));
            case SET_PRIORITY -> change(self, ticket, new Changed().priority(action.priority()));
            case SET_SLA_LEVEL ->
                change(
                        self,
                        ticket,
                        new Changed().slaLevel(UUID.fromString(Objects.requireNonNull(action.slaLevel()))));
            case CHANGE_SUBJECT -> {
                String subject = Texts.line(
                        TextVariables.fillLine(Objects.requireNonNull(action.subject()), values(self, ticket)));
                change(self, ticket, new Changed().subject(Texts.cut(subject, Limits.SUBJECT_LENGTH_MAX)));
            }
            case ADD_NOTE ->
                replying.write(
                        self, code, TicketReplying.Words.of(MessageType.NOTE, content(self, ticket, action.html())));
            case SEND_ANSWER -> {
                if (lastWords.areAMachines(self, ticket.id())) {
                    return NO_ANSWER_TO_MACHINES;
                }
                Content content = answer(self, ticket, action);
                if (Boolean.TRUE.equals(action.keepStatus())) {
                    replying.answerQuietly(self, code, content);
                } else {
                    replying.write(self, code, TicketReplying.Words.of(MessageType.REPLY, content));
                }
            }
            case SEND_MAIL ->
                replying.tell(self, code, content(self, ticket, action.html()), Objects.requireNonNull(action.to()));
            case FORWARD ->
                replying.write(
                        self,
                        code,
                        new TicketReplying.Words(
                                MessageType.FORWARD,
                                action.html() == null ? Content.plain("") : content(self, ticket, action.html()),
                                new Addressing(Objects.requireNonNull(action.to()), List.of(), List.of(), null),
                                List.of(),
                                null,
                                null,
                                Timing.NOW));
            case NOTIFY -> notice(self, rule, ticket, action);
            case AWARD_POINTS, AWARD_BADGE -> {
                return award(self, ticket, action);
            }
            case POSTPONE ->
                change(
                        self,
                        ticket,
                        new Changed()
                                .status(TicketStatus.POSTPONED)
                                .until(clock.instant().plusSeconds(Objects.requireNonNull(action.seconds()))));
            case PENDING -> become(self, ticket, TicketStatus.PENDING);
            case RESOLVE -> {
                return resolve(self, ticket, action);
            }
            case REOPEN -> become(self, ticket, TicketStatus.OPEN);
            case SPAM -> become(self, ticket, TicketStatus.SPAM);
            case DELETE -> become(self, ticket, TicketStatus.DELETED);
            case ADD_PARTICIPANT ->
                Objects.requireNonNull(action.to()).forEach(address -> participants.add(self, ticket, address, null));
            case HTTP_REQUEST -> webhooks.queue(self, webhook(action), "rule.ran", data(self, rule, ticket));
            case POST_MESSAGE ->
                webhooks.say(
                        self,
                        webhook(action),
                        "rule.ran",
                        TextVariables.fillLine(Objects.requireNonNull(action.text()), values(self, ticket)));
            case STOP, RUN_RULE, MERGE_INTO ->
                throw new IllegalStateException(action.type().json());
        }
        return null;
    }

    private static UUID webhook(RuleAction action) {
        return UUID.fromString(Objects.requireNonNull(action.webhook()));
    }

    /** The rule, and the ticket as the API shows it, but for what the reader may do with it. */
    private ObjectNode data(Actor self, Rule rule, Ticket ticket) {
        ObjectNode data = json.createObjectNode();
        data.putObject("rule").put("id", rule.id().toString()).put("name", rule.name());
        ObjectNode card = json.readValue(json.writeValueAsString(cards.one(self, ticket.id())), ObjectNode.class);
        card.remove("abilities");
        data.set("ticket", card);
        return data;
    }

    private void become(Actor self, Ticket ticket, TicketStatus status) {
        Ticket now = tickets.byId(self, ticket.id()).orElseThrow();
        if (now.status() != status) {
            change(self, ticket, new Changed().status(status));
        }
    }

    private @Nullable String resolve(Actor self, Ticket ticket, RuleAction action) {
        boolean speaks = action.html() != null || action.predefinedAnswer() != null;
        boolean toMachine = speaks && lastWords.areAMachines(self, ticket.id());
        if (speaks && !toMachine) {
            replying.write(
                    self,
                    ticket.code().text(),
                    new TicketReplying.Words(
                            MessageType.REPLY,
                            answer(self, ticket, action),
                            Addressing.TO_CUSTOMER,
                            List.of(),
                            TicketStatus.RESOLVED,
                            action.disposition(),
                            Timing.NOW));
            return null;
        }
        Changed changed = new Changed().status(TicketStatus.RESOLVED);
        change(self, ticket, action.disposition() == null ? changed : changed.disposition(action.disposition()));
        return toMachine ? NO_ANSWER_TO_MACHINES : null;
    }

    private void transfer(Actor self, Ticket ticket, RuleAction action) {
        Ticket now = tickets.byId(self, ticket.id()).orElseThrow();
        UUID department = action.department() == null ? now.department() : UUID.fromString(action.department());
        Given<UUID> owner = switch (action.assign() == null ? ActionReading.KEEP : action.assign()) {
            case ActionReading.KEEP -> Given.nothing();
            case ActionReading.UNASSIGNED -> Given.of(null);
            case ActionReading.LEAST_BUSY ->
                Given.of(choice.leastBusy(self.workspace(), department).orElse(null));
            case ActionReading.LAST_AGENT ->
                Given.of(choice.lastAgent(self.workspace(), ticket.id())
                        .filter(agent -> departments.agentSees(self, agent, department))
                        .orElse(null));
            default -> Given.of(UUID.fromString(Objects.requireNonNull(action.assign())));
        };
        change(self, ticket, new Changed().department(department).assignee(owner));
    }

    private void tag(Actor self, Ticket ticket, RuleAction action) {
        List<UUID> ids = Objects.requireNonNull(action.tags()).stream()
                .map(UUID::fromString)
                .toList();
        Set<String> wanted = new LinkedHashSet<>(
                names.names(self.workspace(), RuleThing.TAG, ids).values());
        Set<String> worn = new LinkedHashSet<>(names.tagsOf(self.workspace(), ticket.id()));
        boolean differs = action.type() == ActionKind.ADD_TAGS ? worn.addAll(wanted) : worn.removeAll(wanted);
        if (differs) {
            change(self, ticket, new Changed().tags(List.copyOf(worn)));
        }
    }

    private @Nullable String award(Actor self, Ticket ticket, RuleAction action) {
        Ticket now = tickets.byId(self, ticket.id()).orElseThrow();
        Set<UUID> whom = whom(now, action);
        boolean kept = false;
        for (UUID agent : whom) {
            if (action.type() == ActionKind.AWARD_POINTS) {
                awarding.points(self, agent, now.id(), now.department(), Objects.requireNonNull(action.points()));
            } else {
                kept |= !awarding.badge(self, agent, Objects.requireNonNull(action.badge()));
            }
        }
        if (whom.isEmpty()) {
            return "Nobody owns the ticket: nothing was awarded.";
        }
        return kept ? "A badge was not awarded: it is theirs already, or there is no such badge any more." : null;
    }

    private static Set<UUID> whom(Ticket now, RuleAction action) {
        Set<UUID> whom = new LinkedHashSet<>();
        for (String agent : action.agents() == null ? List.<String>of() : action.agents()) {
            if (!agent.equals(ActionReading.ASSIGNEE)) {
                whom.add(UUID.fromString(agent));
            } else if (now.assignee() != null) {
                whom.add(now.assignee());
            }
        }
        return whom;
    }

    private void notice(Actor self, Rule rule, Ticket ticket, RuleAction action) {
        Ticket now = tickets.byId(self, ticket.id()).orElseThrow();
        Set<UUID> whom = whom(now, action);
        if (action.department() != null) {
            whom.addAll(names.members(self.workspace(), UUID.fromString(action.department())));
        }
        whom.forEach(agent -> log.write(self, new RuleNoticed(ticket.id(), agent, now.department(), rule.id())));
    }

    private void change(Actor self, Ticket ticket, Changed changed) {
        changing.change(self, ticket.code().text(), changed.made(), null);
    }

    /** Predefined, or in the rule's own words. */
    private Content answer(Actor self, Ticket ticket, RuleAction action) {
        if (action.predefinedAnswer() == null) {
            return content(self, ticket, action.html());
        }
        String filled = answers.filled(self, UUID.fromString(action.predefinedAnswer()), ticket.id());
        return Content.written(HtmlText.toText(filled), filled);
    }

    /** Values are escaped: what a customer wrote in a subject stays a text. */
    private Content content(Actor self, Ticket ticket, @Nullable String html) {
        String filled = TextVariables.fill(Objects.requireNonNull(html), values(self, ticket));
        return Content.written(HtmlText.toText(filled), filled);
    }

    private Map<String, String> values(Actor self, Ticket ticket) {
        return variables.of(self, ticket.id(), Locale.ENGLISH);
    }
}
