package org.fourleaf.quests;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.net.URI;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Limits;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.web.ETags;
import org.fourleaf.platform.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Quests over HTTP. */
@RestController
@RequestMapping("/api/v1/quests")
class QuestController {

    private final Quests quests;
    private final QuestEditing editing;
    private final QuestBodies bodies;

    QuestController(Quests quests, QuestEditing editing, QuestBodies bodies) {
        this.quests = quests;
        this.editing = editing;
        this.bodies = bodies;
    }

    /** Those one can work on or completed, with how far one is. @param agent somebody else's progress: an id or an address */
    @GetMapping
    Page<QuestCard> list(
            Actor by, @RequestParam(required = false) @Nullable @Size(max = Limits.EMAIL_LENGTH_MAX) String agent) {
        return new Page<>(quests.all(by, agent == null ? "me" : agent), null);
    }

    @GetMapping("/{id}")
    ResponseEntity<QuestCard> get(Actor by, @PathVariable String id) {
        return answer(quests.card(by, id));
    }

    @PostMapping
    ResponseEntity<QuestCard> add(Actor by, @Valid @RequestBody QuestBodies.Wanted wanted) {
        if (wanted.name() == null && (wanted.texts() == null || wanted.texts().isEmpty())) {
            throw Refusal.malformed("/name", "A quest has a name.");
        }
        String language = quests.language(by);
        String id = editing.add(by, bodies.on(by, QuestBodies.plain(), wanted, language), language);
        QuestCard made = quests.card(by, id);
        return ResponseEntity.created(URI.create("/api/v1/quests/" + id))
                .eTag(ETags.of(made.version()))
                .body(made);
    }

    @PatchMapping("/{id}")
    ResponseEntity<QuestCard> change(
            Actor by,
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody QuestBodies.Wanted wanted) {
        String language = quests.language(by);
        editing.change(by, id, ETags.expected(ifMatch), was -> bodies.on(by, was, wanted, language));
        return answer(quests.card(by, id));
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> remove(Actor by, @PathVariable String id) {
        editing.remove(by, id);
        return ResponseEntity.noContent().build();
    }

    private static ResponseEntity<QuestCard> answer(QuestCard quest) {
        return ResponseEntity.ok().eTag(ETags.of(quest.version())).body(quest);
    }
}
