package org.fourleaf.platform.html;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.fourleaf.platform.Refusal;

/**
 * A small picture from outside, such as that of a badge: an SVG made anew of what is known to be harmless, or a PNG drawn anew, at most
 * {@value #PIXELS} pixels a side.
 *
 * @param hash names it in its address, which is kept for ever
 */
public record SafePicture(String hash, String type, byte[] content) {

    public static final int FILE_BYTES_MAX = 256 * 1024;
    public static final int PIXELS = 256;

    private static final int SIDE_MIN = 16;
    private static final int SIDE_MAX = 2_048;
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G'};
    private static final int HASH_LETTERS = 16;

    /**
     * @param file of at most {@value #FILE_BYTES_MAX} bytes
     * @throws Refusal invalid when it is neither
     */
    public static SafePicture of(byte[] file) {
        boolean png = file.length > PNG.length
                && file[0] == PNG[0]
                && file[1] == PNG[1]
                && file[2] == PNG[2]
                && file[3] == PNG[3];
        byte[] content = png
                ? drawn(file)
                : SvgCleaning.clean(new String(file, StandardCharsets.UTF_8))
                        .orElseThrow(SafePicture::notAPicture)
                        .getBytes(StandardCharsets.UTF_8);
        return new SafePicture(hash(content), png ? "image/png" : "image/svg+xml", content);
    }

    private static byte[] drawn(byte[] file) {
        ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(in, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if (Math.min(width, height) < SIDE_MIN || Math.max(width, height) > SIDE_MAX) {
                throw notAPicture();
            }
            BufferedImage read = reader.read(0);
            double scale = Math.min(1, (double) PIXELS / Math.max(width, height));
            BufferedImage made = new BufferedImage(
                    Math.max(1, (int) Math.round(width * scale)),
                    Math.max(1, (int) Math.round(height * scale)),
                    BufferedImage.TYPE_INT_ARGB);
            Graphics2D pen = made.createGraphics();
            pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
            pen.drawImage(read, 0, 0, made.getWidth(), made.getHeight(), null);
            pen.dispose();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageIO.write(made, "png", bytes);
            return bytes.toByteArray();
        } catch (IOException | RuntimeException e) {
            // Readers of pictures throw anything at a broken file.
            throw e instanceof Refusal refusal ? refusal : notAPicture();
        } finally {
            reader.dispose();
        }
    }

    private static String hash(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(digest).substring(0, HASH_LETTERS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Refusal notAPicture() {
        return Refusal.of(
                Refusal.Kind.INVALID,
                "not-a-picture",
                "Send an SVG of plain shapes, or a PNG of %d to %d pixels a side.".formatted(SIDE_MIN, SIDE_MAX));
    }
}
