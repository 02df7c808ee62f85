package org.fourleaf.rules;

import java.util.List;
import org.fourleaf.tickets.Priority;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Puts an action together of the parts its type has; all others are left out, whatever was given. */
final class ActionParts {

    private final ActionKind type;
    private @Nullable String department;
    private @Nullable String assign;
    private @Nullable List<String> tags;
    private @Nullable ObjectNode fields;
    private @Nullable Priority priority;
    private @Nullable String subject;
    private @Nullable String html;
    private @Nullable Boolean keepStatus;
    private @Nullable List<String> to;
    private @Nullable List<String> agents;
    private @Nullable Long seconds;
    private @Nullable String disposition;
    private @Nullable String ticket;
    private @Nullable String rule;
    private @Nullable String webhook;
    private @Nullable String text;
    private @Nullable String slaLevel;
    private @Nullable String predefinedAnswer;
    private @Nullable Integer points;
    private @Nullable String badge;

    ActionParts(ActionKind type) {
        this.type = type;
    }

    ActionParts department(@Nullable String given) {
        department = given;
        return this;
    }

    ActionParts assign(@Nullable String given) {
        assign = given;
        return this;
    }

    ActionParts tags(@Nullable List<String> given) {
        tags = given;
        return this;
    }

    ActionParts fields(@Nullable ObjectNode given) {
        fields = given;
        return this;
    }

    ActionParts subject(@Nullable String given) {
        subject = given;
        return this;
    }

    ActionParts html(@Nullable String given) {
        html = given;
        return this;
    }

    ActionParts keepStatus(@Nullable Boolean given) {
        keepStatus = given;
        return this;
    }

    ActionParts to(@Nullable List<String> given) {
        to = given;
        return this;
    }

    ActionParts agents(@Nullable List<String> given) {
        agents = given;
        return this;
    }

    ActionParts seconds(@Nullable Long given) {
        seconds = given;
        return this;
    }

    ActionParts disposition(@Nullable String given) {
        disposition = given;
        return this;
    }

    ActionParts ticket(@Nullable String given) {
        ticket = given;
        return this;
    }

    ActionParts rule(@Nullable String given) {
        rule = given;
        return this;
    }

    ActionParts webhook(@Nullable String given) {
        webhook = given;
        return this;
    }

    ActionParts text(@Nullable String given) {
        text = given;
        return this;
    }

    ActionParts slaLevel(@Nullable String given) {
        slaLevel = given;
        return this;
    }

    ActionParts predefinedAnswer(@Nullable String given) {
        predefinedAnswer = given;
        return this;
    }

    ActionParts points(@Nullable Integer given) {
        points = given;
        return this;
    }

    ActionParts badge(@Nullable String given) {
        badge = given;
        return this;
    }

    ActionParts priority(RuleAction given) {
        priority = given.priority();
        return this;
    }

    RuleAction made() {
        return new RuleAction(
                type,
                department,
                assign,
                tags,
                fields,
                priority,
                subject,
                html,
                keepStatus,
                to,
                agents,
                seconds,
                disposition,
                ticket,
                rule,
                webhook,
                text,
                slaLevel,
                predefinedAnswer,
                points,
                badge);
    }
}
