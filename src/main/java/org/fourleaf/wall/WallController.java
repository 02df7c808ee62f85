package org.fourleaf.wall;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.web.Page;
import org.fourleaf.platform.web.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The wall over HTTP. */
@RestController
@RequestMapping("/api/v1/wall")
class WallController {

    record Wanted(
            @NotBlank @Size(max = WallEchoing.COMMENT_LENGTH_MAX)
            String text) {}

    record Hiding(@NotNull Boolean hidden) {}

    private final Wall wall;
    private final WallEchoing echoing;

    WallController(Wall wall, WallEchoing echoing) {
        this.wall = wall;
        this.echoing = echoing;
    }

    /** The newest first. @param kind badge, level, contest, quest, kudos or praise; all when not said */
    @GetMapping
    Page<WallCard> list(Actor by, @RequestParam(required = false) @Nullable String kind, Slice slice) {
        WallKind wanted = kind == null ? null : WallKind.named(kind);
        if (kind != null && wanted == null) {
            throw Refusal.malformed("kind", "One of " + WallKind.names() + ".");
        }
        return wall.page(by, wanted, slice);
    }

    @GetMapping("/{id}")
    WallCard get(Actor by, @PathVariable UUID id) {
        return wall.card(by, id);
    }

    /** Leads hide an entry from all but leads, or show it again. */
    @PatchMapping("/{id}")
    WallCard hide(Actor by, @PathVariable UUID id, @Valid @RequestBody Hiding hiding) {
        echoing.hide(by, id, hiding.hidden);
        return wall.card(by, id);
    }

    @PutMapping("/{id}/like")
    WallCard like(Actor by, @PathVariable UUID id) {
        echoing.like(by, id);
        return wall.card(by, id);
    }

    @DeleteMapping("/{id}/like")
    WallCard unlike(Actor by, @PathVariable UUID id) {
        echoing.unlike(by, id);
        return wall.card(by, id);
    }

    /** All of them, the oldest first. */
    @GetMapping("/{id}/comments")
    Page<WallCard.Said> comments(Actor by, @PathVariable UUID id) {
        return new Page<>(wall.said(by, id), null);
    }

    @PostMapping("/{id}/comments")
    ResponseEntity<WallCard.Said> comment(Actor by, @PathVariable UUID id, @Valid @RequestBody Wanted wanted) {
        return ResponseEntity.status(201).body(said(by, id, echoing.comment(by, id, wanted.text)));
    }

    /** Leads hide a comment from all but leads and its writer, or show it again. */
    @PatchMapping("/{id}/comments/{comment}")
    WallCard.Said hideComment(
            Actor by, @PathVariable UUID id, @PathVariable UUID comment, @Valid @RequestBody Hiding hiding) {
        echoing.hideComment(by, id, comment, hiding.hidden);
        return said(by, id, comment);
    }

    /** One's own. */
    @DeleteMapping("/{id}/comments/{comment}")
    ResponseEntity<Void> takeBack(Actor by, @PathVariable UUID id, @PathVariable UUID comment) {
        echoing.takeBack(by, id, comment);
        return ResponseEntity.noContent().build();
    }

    private WallCard.Said said(Actor by, UUID id, UUID comment) {
        return wall.said(by, id).stream()
                .filter(one -> one.id().equals(comment))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("comment"));
    }
}
