package org.fourleaf.faces;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.fourleaf.levels.LevelReach;
import org.fourleaf.people.Agents;
import org.fourleaf.people.AvatarChanging;
import org.fourleaf.people.WorkspacePlace;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Refusal;
import org.springframework.stereotype.Component;

/** The door to drawn faces: which are open to an agent, and choosing one. */
@Component
class Faces {

    /** @param level from which on it is open @param open whether it is to the agent */
    record Card(DrawnFace id, LevelReach.Place level, boolean open) {}

    private final LevelReach levels;
    private final AvatarChanging changing;
    private final Agents agents;
    private final WorkspacePlace places;

    Faces(LevelReach levels, AvatarChanging changing, Agents agents, WorkspacePlace places) {
        this.levels = levels;
        this.changing = changing;
        this.agents = agents;
        this.places = places;
    }

    List<Card> of(Actor by, UUID agent) {
        String language = by.isAgent() ? agents.readable(by, by.agentId()).language() : places.language(by.workspace());
        int reached = levels.placeOf(by, agent);
        Map<Integer, LevelReach.Place> all = levels.byPlace(by, language);
        return Arrays.stream(DrawnFace.values())
                .map(face -> new Card(face, Objects.requireNonNull(all.get(face.place())), face.place() <= reached))
                .toList();
    }

    /**
     * One's own, or that of somebody one looks after: the level that counts is theirs.
     *
     * @throws Refusal invalid when there is no such face, conflict when it is not open yet, forbidden
     */
    void choose(Actor by, UUID agent, String id) {
        DrawnFace face =
                DrawnFace.named(id).orElseThrow(() -> Refusal.invalid("/face", "One of " + DrawnFace.names() + "."));
        Card card = of(by, agent).stream()
                .filter(each -> each.id() == face)
                .findFirst()
                .orElseThrow();
        if (!card.open()) {
            throw Refusal.conflict(
                    "face-locked",
                    "This face is open from the level " + card.level().name() + " on.");
        }
        changing.put(by, agent, face.picture());
    }
}
