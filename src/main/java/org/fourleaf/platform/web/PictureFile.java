package org.fourleaf.platform.web;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.html.SafePicture;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Own pictures over HTTP: as they come in, and as they are shown. */
public final class PictureFile {

    private static final Duration FOR_EVER = Duration.ofDays(365);
    private static final int KILOBYTE = 1_024;

    private PictureFile() {}

    /** @param subject whose picture it is, to begin a sentence with @throws Refusal too large */
    public static byte[] read(InputStream body, String subject) throws IOException {
        byte[] file = body.readNBytes(SafePicture.FILE_BYTES_MAX + 1);
        if (file.length > SafePicture.FILE_BYTES_MAX) {
            throw Refusal.of(
                    Refusal.Kind.TOO_LARGE,
                    "too-large",
                    subject + " picture may have " + SafePicture.FILE_BYTES_MAX / KILOBYTE + " KB.");
        }
        return file;
    }

    /** @param version the one its address names; with the current one the answer may be kept for ever */
    public static ResponseEntity<byte[]> shown(SafePicture picture, @Nullable String version) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(picture.type()))
                .cacheControl(
                        picture.hash().equals(version)
                                ? CacheControl.maxAge(FOR_EVER).cachePrivate().immutable()
                                : CacheControl.noCache().cachePrivate())
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .body(picture.content());
    }
}
