package org.fourleaf.people;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Ids;
import org.fourleaf.platform.Permission;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.Texts;
import org.fourleaf.platform.log.Log;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Adds, renames, merges and removes skills; agents who have them follow. */
@Component
@Transactional
class SkillEditing {

    private final SkillStore store;
    private final Log log;

    SkillEditing(SkillStore store, Log log) {
        this.store = store;
        this.log = log;
    }

    /** @throws Refusal conflict when the name is taken or there are {@value Skill#COUNT_MAX} */
    Skill add(Actor by, String name) {
        by.mustHave(Permission.AGENTS_MANAGE);
        return store.find(by.workspace(), make(by, name).orElseThrow(SkillEditing::nameTaken))
                .orElseThrow();
    }

    /**
     * The names as the list writes them, each once; those that are on no list yet are put there.
     *
     * @throws Refusal conflict when there would be more than {@value Skill#COUNT_MAX}
     */
    List<String> listed(Actor by, List<String> names) {
        Map<String, String> wanted = new LinkedHashMap<>();
        names.stream()
                .map(Texts::line)
                .filter(name -> !name.isEmpty())
                .forEach(name -> wanted.putIfAbsent(Texts.key(name), name));
        if (wanted.isEmpty()) {
            return List.of();
        }
        Map<String, String> known = new LinkedHashMap<>();
        store.names(by.workspace(), wanted.keySet()).forEach(name -> known.put(Texts.key(name), name));
        List<String> listed = new ArrayList<>();
        wanted.forEach((key, name) -> {
            if (!known.containsKey(key)) {
                make(by, name);
            }
            listed.add(known.getOrDefault(key, name));
        });
        return listed;
    }

    /** @throws Refusal stale, or conflict when the name is taken */
    Skill rename(Actor by, Skill was, String name, @Nullable Long expectedVersion) {
        by.mustHave(Permission.AGENTS_MANAGE);
        if (store.lock(by.workspace(), List.of(was.id())).isEmpty()) {
            throw Refusal.notFound("skill");
        }
        try {
            if ((expectedVersion != null && expectedVersion != was.version())
                    || !store.rename(by.workspace(), new Skill(was.id(), name, was.agents(), was.version()))) {
                throw Refusal.stale();
            }
        } catch (DuplicateKeyException e) {
            throw nameTaken();
        }
        if (!name.equals(was.name())) {
            store.replace(by.workspace(), was.name(), name);
        }
        log.write(by, new SkillChanged(was.id(), false, null));
        return store.find(by.workspace(), was.id()).orElseThrow();
    }

    /** @throws Refusal not found, also for the one of two opposite merges that comes second; conflict with itself */
    Skill merge(Actor by, UUID from, UUID into) {
        by.mustHave(Permission.AGENTS_MANAGE);
        if (from.equals(into)) {
            throw Refusal.conflict("not-possible", "A skill can't be merged into itself.");
        }
        if (store.lock(by.workspace(), List.of(from, into)).size() < 2) {
            throw Refusal.notFound("skill");
        }
        Skill gone = store.find(by.workspace(), from).orElseThrow();
        Skill stays = store.find(by.workspace(), into).orElseThrow();
        store.replace(by.workspace(), gone.name(), stays.name());
        store.delete(by.workspace(), from);
        log.write(by, new SkillChanged(from, true, into));
        return store.find(by.workspace(), into).orElseThrow();
    }

    /** Nobody has it any more. */
    void remove(Actor by, UUID id) {
        by.mustHave(Permission.AGENTS_MANAGE);
        if (store.lock(by.workspace(), List.of(id)).isEmpty()) {
            throw Refusal.notFound("skill");
        }
        Skill gone = store.find(by.workspace(), id).orElseThrow();
        store.takeAway(by.workspace(), gone.name());
        store.delete(by.workspace(), id);
        log.write(by, new SkillChanged(id, true, null));
    }

    private Optional<UUID> make(Actor by, String name) {
        if (name.length() > Skill.NAME_LENGTH_MAX) {
            throw Refusal.malformed(
                    "/skills", "The name of a skill has " + Skill.NAME_LENGTH_MAX + " characters at most.");
        }
        if (store.count(by.workspace()) >= Skill.COUNT_MAX) {
            throw Refusal.conflict("too-many", "There are " + Skill.COUNT_MAX + " skills; remove one first.");
        }
        UUID id = Ids.next();
        if (!store.insert(by.workspace(), id, name)) {
            return Optional.empty();
        }
        log.write(by, new SkillChanged(id, false, null));
        return Optional.of(id);
    }

    private static Refusal nameTaken() {
        return Refusal.conflict("name-taken", "There is already a skill of this name.");
    }
}
