package org.fourleaf.choices;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.people.Reference;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door to the lists of words; everybody who works here may know them. */
@Component
@Transactional(readOnly = true)
public class Choices {

    private final ChoiceStore store;

    Choices(ChoiceStore store) {
        this.store = store;
    }

    /** A whole list in its order, archived words too. */
    public List<Choice> of(Actor by, ChoiceKind kind) {
        return store.of(by.workspace(), kind);
    }

    /** @throws Refusal not found */
    public Choice readable(Actor by, ChoiceKind kind, UUID id) {
        return store.find(by.workspace(), kind, id).orElseThrow(() -> Refusal.notFound(kind.words()));
    }

    /** By id or name, archived or not. */
    public Optional<Choice> find(Actor by, ChoiceKind kind, String reference) {
        return Reference.id(reference)
                .flatMap(id -> store.find(by.workspace(), kind, id))
                .or(() -> store.byName(by.workspace(), kind, reference));
    }

    /** By id or name, and not archived. @throws Refusal invalid at the pointer */
    public Choice offered(Actor by, ChoiceKind kind, String reference, String pointer) {
        Choice choice = find(by, kind, reference)
                .orElseThrow(() -> Refusal.invalid(pointer, "There is no such " + kind.words() + "."));
        if (choice.archived()) {
            throw Refusal.invalid(pointer, "This " + kind.words() + " is archived.");
        }
        return choice;
    }
}
