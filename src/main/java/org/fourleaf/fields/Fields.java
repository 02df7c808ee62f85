package org.fourleaf.fields;

import java.util.List;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door to the definitions of custom fields; everybody who works here may know them. */
@Component
@Transactional(readOnly = true)
public class Fields {

    private final FieldStore store;

    Fields(FieldStore store) {
        this.store = store;
    }

    /** All of a subject in their order, archived ones too. */
    public List<Field> of(Actor by, FieldSubject subject) {
        return store.of(by.workspace(), subject);
    }

    /** @throws Refusal not found */
    public Field readable(Actor by, UUID id) {
        return store.find(by.workspace(), id).orElseThrow(() -> Refusal.notFound("field"));
    }
}
