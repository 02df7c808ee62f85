package org.fourleaf.shop;

import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.html.SafePicture;
import org.fourleaf.platform.web.PictureFile;
import org.jspecify.annotations.Nullable;
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
        return PictureFile.shown(found, v);
    }

    /** The body is the picture: an SVG of plain shapes, or a PNG. */
    @PutMapping
    Shop.Card put(Actor by, @PathVariable UUID item, InputStream body) throws IOException {
        pictures.put(by, item, PictureFile.read(body, "An item's"));
        return shop.card(by, item);
    }

    @DeleteMapping
    ResponseEntity<Void> remove(Actor by, @PathVariable UUID item) {
        pictures.remove(by, item);
        return ResponseEntity.noContent().build();
    }
}
