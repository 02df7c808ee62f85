package org.fourleaf.badges;

import java.io.IOException;
import java.io.InputStream;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.html.SafePicture;
import org.fourleaf.platform.web.PictureFile;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Own pictures of badges over HTTP. */
@RestController
@RequestMapping("/api/v1/badges/{badge}/picture")
class BadgePictureController {

    private final Badges badges;
    private final BadgePictureStore store;
    private final BadgePictures pictures;

    BadgePictureController(Badges badges, BadgePictureStore store, BadgePictures pictures) {
        this.badges = badges;
        this.store = store;
        this.pictures = pictures;
    }

    /** @param v the version its address names; with the current one the answer may be kept for ever */
    @GetMapping
    @Transactional(readOnly = true)
    public ResponseEntity<byte[]> get(Actor by, @PathVariable String badge, @RequestParam @Nullable String v) {
        SafePicture found = store.find(
                        by.workspace(), badges.readable(by, badge).id())
                .orElseThrow(() -> Refusal.notFound("picture"));
        return PictureFile.shown(found, v);
    }

    /** The body is the picture: an SVG of plain shapes, or a PNG. */
    @PutMapping
    public BadgeCard put(Actor by, @PathVariable String badge, InputStream body) throws IOException {
        pictures.put(by, badge, PictureFile.read(body, "A badge's"));
        return badges.card(by, badge);
    }

    @DeleteMapping
    public ResponseEntity<Void> remove(Actor by, @PathVariable String badge) {
        pictures.remove(by, badge);
        return ResponseEntity.noContent().build();
    }
}
