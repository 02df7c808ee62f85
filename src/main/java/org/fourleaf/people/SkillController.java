package org.fourleaf.people;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.Texts;
import org.fourleaf.platform.web.ETags;
import org.fourleaf.platform.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Skills over HTTP. */
@RestController
@RequestMapping("/api/v1/skills")
class SkillController {

    /** A skill by its name. */
    record Named(
            @NotBlank @Size(max = Skill.NAME_LENGTH_MAX) String name) {}

    record Merge(@NotNull UUID into) {}

    private final SkillStore store;
    private final SkillEditing editing;

    SkillController(SkillStore store, SkillEditing editing) {
        this.store = store;
        this.editing = editing;
    }

    @GetMapping
    @Transactional(readOnly = true)
    public Page<Skill> list(Actor by) {
        return new Page<>(store.all(by.workspace()), null);
    }

    @GetMapping("/{id}")
    @Transactional(readOnly = true)
    public ResponseEntity<Skill> get(Actor by, @PathVariable UUID id) {
        return answer(found(by, id));
    }

    @PostMapping
    @Transactional
    public ResponseEntity<Skill> add(Actor by, @Valid @RequestBody Named wanted) {
        Skill made = editing.add(by, Texts.name(wanted.name, "/name"));
        return ResponseEntity.created(URI.create("/api/v1/skills/" + made.id()))
                .eTag(ETags.of(made.version()))
                .body(made);
    }

    /** Renames it, on the agents who have it too. */
    @PatchMapping("/{id}")
    @Transactional
    public ResponseEntity<Skill> rename(
            Actor by,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody Named wanted) {
        return answer(editing.rename(by, found(by, id), Texts.name(wanted.name, "/name"), ETags.expected(ifMatch)));
    }

    /** Whoever has it has the other from now on; it is gone. Answers with the other. */
    @PutMapping("/{id}/merge")
    @Transactional
    public ResponseEntity<Skill> merge(Actor by, @PathVariable UUID id, @Valid @RequestBody Merge merge) {
        return answer(editing.merge(by, id, merge.into));
    }

    @DeleteMapping("/{id}")
    @Transactional
    public ResponseEntity<Void> remove(Actor by, @PathVariable UUID id) {
        editing.remove(by, id);
        return ResponseEntity.noContent().build();
    }

    private Skill found(Actor by, UUID id) {
        return store.find(by.workspace(), id).orElseThrow(() -> Refusal.notFound("skill"));
    }

    private static ResponseEntity<Skill> answer(Skill skill) {
        return ResponseEntity.ok().eTag(ETags.of(skill.version())).body(skill);
    }
}
