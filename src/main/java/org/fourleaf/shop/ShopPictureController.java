package org.fourleaf.shop;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.html.SafePicture;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Own pictures of the shop's items over HTTP. */
@RestController
@RequestMapping("/api/v1/shop/{item}/picture")
class ShopPictureController {

    private static final Duration FOR_EVER = Duration.ofDays(365);

    private final Shop shop;
    private final ShopPictures pictures;

    ShopPictureController(Shop shop, ShopPictures pictures) {
        this.shop = shop;
        this.pictures = pictures;
    }

    /** @param v the version its address names; with the current one the answer may be kept for ever */
    @GetMapping
    ResponseEntity<byte[]> get(Actor by, @PathVariable UUID item, @RequestParam @Nullable String v) {
        SafePicture found = pictures.readable(by, item);
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
    Shop.Card put(Actor by, @PathVariable UUID item, InputStream body) throws IOException {
        byte[] file = body.readNBytes(SafePicture.FILE_BYTES_MAX + 1);
        if (file.length > SafePicture.FILE_BYTES_MAX) {
            throw Refusal.of(
                    Refusal.Kind.TOO_LARGE,
                    "too-large",
                    "An item's picture may have " + SafePicture.FILE_BYTES_MAX / 1024 + " KB.");
        }
        pictures.put(by, item, file);
        return shop.card(by, item);
    }

    @DeleteMapping
    ResponseEntity<Void> remove(Actor by, @PathVariable UUID item) {
        pictures.remove(by, item);
        return ResponseEntity.noContent().build();
    }
}
