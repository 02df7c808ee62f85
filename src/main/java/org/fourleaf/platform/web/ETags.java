package org.fourleaf.platform.web;

import org.fourleaf.platform.Refusal;
import org.jspecify.annotations.Nullable;

/** A resource's version as an entity tag. */
public final class ETags {

    private ETags() {}

    public static String of(long version) {
        return "\"" + version + "\"";
    }

    /**
     * The version an {@code If-Match} header expects; none without the header or for {@code *}.
     *
     * @throws Refusal malformed when it is no entity tag of ours
     */
    public static @Nullable Long expected(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank() || ifMatch.strip().equals("*")) {
            return null;
        }
        String tag = ifMatch.strip().replaceFirst("^W/", "");
        try {
            return Long.valueOf(tag.replace("\"", ""));
        } catch (NumberFormatException e) {
            throw Refusal.malformed("If-Match", "Send back an ETag as you got it, such as \"7\".");
        }
    }
}
