/**
 * What customers think: a rating of each answer by a link under its mail, and surveys. Owns {@code rating_setting}, {@code rating},
 * {@code survey}, {@code survey_sending} and {@code survey_refusal}. Links are sealed with a secret of the workspace instead of being
 * stored; a vote takes a second act on a public page. Publishes {@code rating.given}, {@code rating.invalidated}, {@code survey.sent} and
 * {@code survey.answered}; whatever else is rated (chats, calls) comes in by the same door, {@link org.fourleaf.ratings.RatingGiving}.
 */
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "people",
            "customers",
            "departments",
            "fields",
            "tickets",
            "conditions",
            "mailreading",
            "email",
            "templates"
        })
@NullMarked
package org.fourleaf.ratings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
