package org.fourleaf.wall;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** A chat that new entries are posted to. @param language of the posts @param kinds of entries it is told of */
record WallOutlet(UUID id, Flavour flavour, String language, List<WallKind> kinds) {

    static final int OUTLETS_MAX = 20;

    /** How a chat takes a post. Codes are stored. */
    enum Flavour {
        /** Slack, and what takes the same: Mattermost, Rocket.Chat, Discord behind {@code /slack}. */
        SLACK(1),
        /** Microsoft Teams by a workflow that posts an Adaptive Card. */
        TEAMS(2);

        private final int code;

        Flavour(int code) {
            this.code = code;
        }

        int code() {
            return code;
        }

        static Flavour ofCode(int code) {
            return values()[code - 1];
        }

        @JsonValue
        String json() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    WallOutlet {
        kinds = List.copyOf(kinds);
    }
}
