package org.fourleaf.conditions;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a condition may ask of the moment something happens to a ticket, beyond the ticket itself. */
public interface Surroundings {

    /** A ticket of which nothing happens now: nothing is known. */
    Surroundings NONE = (field, key) -> List.of();

    /** The values of a {@linkplain TicketField#momentary() momentary} field; none where there is nothing. @param key a header's name */
    List<String> texts(TicketField field, @Nullable String key);
}
