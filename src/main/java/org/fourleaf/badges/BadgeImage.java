package org.fourleaf.badges;

import org.fourleaf.platform.html.SafePicture;

/** An own picture of a badge. @param hash names it in its address, which is kept for ever */
record BadgeImage(String hash, String type, byte[] content) {

    static final int FILE_BYTES_MAX = SafePicture.FILE_BYTES_MAX;

    /** @throws org.fourleaf.platform.Refusal invalid when it is none we take */
    static BadgeImage of(byte[] file) {
        SafePicture picture = SafePicture.of(file);
        return new BadgeImage(picture.hash(), picture.type(), picture.content());
    }
}
