package org.fourleaf.choices;

import java.util.List;
import org.fourleaf.people.FirstChoices;
import org.fourleaf.people.WorkspaceFurnishing;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Ids;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The four usual types of ticket, under words that the UI shows in the reader's language. */
@Component
@Order(2)
class TicketTypeFurnishing implements WorkspaceFurnishing {

    private static final List<String> TYPES = List.of("question", "problem", "complaint", "request");

    private final ChoiceStore store;

    TicketTypeFurnishing(ChoiceStore store) {
        this.store = store;
    }

    @Override
    public void furnish(Actor owner, FirstChoices choices) {
        for (int i = 0; i < TYPES.size(); i++) {
            store.insert(
                    owner.workspace(),
                    new Choice(Ids.next(), ChoiceKind.TICKET_TYPE, TYPES.get(i), null, i + 1L, false, 1));
        }
    }
}
