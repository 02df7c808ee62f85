package org.fourleaf.badges;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
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

    private static final Duration FOR_EVER = Duration.ofDays(365);

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
        BadgeImage found = store.find(by.workspace(), badges.readable(by, badge).id())
                .orElseThrow(() -> Refusal.notFound("picture"));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(found.type()))
                .cacheControl(
                        found.hash().equals(v)
                                ? CacheControl.maxAge(FOR_EVER).cachePrivate().immutable()
                                : CacheControl.noCache().cachePrivate())
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .body(found.content());
    }

    /** The body is the picture: an SVG of plain shapes, or a PNG. */
    @PutMapping
    public BadgeCard put(Actor by, @PathVariable String badge, InputStream body) throws IOException {
        byte[] file = body.readNBytes(BadgeImage.FILE_BYTES_MAX + 1);
        if (file.length > BadgeImage.FILE_BYTES_MAX) {
            throw Refusal.of(
                    Refusal.Kind.TOO_LARGE,
                    "too-large",
                    "A badge's picture may have " + BadgeImage.FILE_BYTES_MAX / 1024 + " KB.");
        }
        pictures.put(by, badge, file);
        return badges.card(by, badge);
    }

    @DeleteMapping
    public ResponseEntity<Void> remove(Actor by, @PathVariable String badge) {
        pictures.remove(by, badge);
        return ResponseEntity.noContent().build();
    }
}
