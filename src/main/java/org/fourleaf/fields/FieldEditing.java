package org.fourleaf.fields;

import java.util.List;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Permission;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.log.Log;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Adds, edits, archives and deletes custom fields. Values already given stay where they are. */
@Component
@Transactional
class FieldEditing {

    /** How many fields a subject may have, archived ones included. */
    static final int FIELDS_MAX = 100;

    private final FieldStore store;
    private final Log log;

    FieldEditing(FieldStore store, Log log) {
        this.store = store;
        this.log = log;
    }

    /** At the end when its order is 0. @throws Refusal conflict when the key is taken or there are too many */
    Field add(Actor by, Field wanted) {
        by.mustHave(Permission.TAGS_MANAGE);
        List<Field> others = store.of(by.workspace(), wanted.subject());
        if (others.size() >= FIELDS_MAX) {
            throw Refusal.conflict("too-many", "There are " + FIELDS_MAX + " fields already; delete one first.");
        }
        long last = others.isEmpty() ? 0 : others.getLast().order();
        Field field = wanted.order() > 0 ? wanted : placed(wanted, last + 1);
        checkOptions(field);
        if (!store.insert(by.workspace(), field)) {
            throw Refusal.conflict("key-taken", "There is already a field of this key.");
        }
        log.write(by, new FieldChanged(field.id(), false));
        return field;
    }

    /** @throws Refusal stale */
    Field change(Actor by, Field changed, @Nullable Long expectedVersion) {
        by.mustHave(Permission.TAGS_MANAGE);
        checkOptions(changed);
        boolean fresh = expectedVersion == null || expectedVersion == changed.version();
        if (!fresh || !store.update(by.workspace(), changed)) {
            throw Refusal.stale();
        }
        log.write(by, new FieldChanged(changed.id(), false));
        return store.find(by.workspace(), changed.id()).orElseThrow();
    }

    void delete(Actor by, UUID id) {
        by.mustHave(Permission.TAGS_MANAGE);
        store.delete(by.workspace(), id);
        log.write(by, new FieldChanged(id, true));
    }

    private static void checkOptions(Field field) {
        if (field.type() == FieldType.LIST && field.options().isEmpty()) {
            throw Refusal.invalid("/options", "A list needs at least one option.");
        }
        if (field.type() != FieldType.LIST && !field.options().isEmpty()) {
            throw Refusal.invalid("/options", "Only a list has options.");
        }
    }

    private static Field placed(Field field, long order) {
        return new Field(
                field.id(),
                field.subject(),
                field.key(),
                field.name(),
                field.type(),
                field.options(),
                field.required(),
                order,
                field.help(),
                field.archived(),
                field.version());
    }
}
