/**
 * Rules: when something happens to a ticket and its conditions hold, things are done to it, in order, under the rule's name. Owns
 * {@code rule}, {@code rule_set}, {@code rule_todo} and {@code rule_run}. A reader of the log writes down what some rule listens to; a
 * worker asks the rules and acts, each ticket in a transaction of its own. Publishes {@code rule.ran} and {@code rule.changed}.
 */
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "people",
            "customers",
            "departments",
            "fields",
            "choices",
            "calendars",
            "tickets",
            "attention",
            "conditions",
            "email",
            "mailreading",
            "webhooks",
            "answers",
            "badges"
        })
@NullMarked
package org.fourleaf.rules;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
