package org.fourleaf.people;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.fourleaf.platform.Refusal;

/**
 * A face as it is kept: a square JPEG in two sizes, drawn anew, upright, from the middle of what was sent, so that nothing else of the file
 * (programs, places, other pictures) stays.
 *
 * @param hash of what is seen; names the picture in its address, which is kept for ever
 */
record AvatarPicture(String hash, byte[] small, byte[] large) {

    static final int FILE_BYTES_MAX = 5 * 1024 * 1024;
    /** Sharp at 36 px on a dense screen. */
    static final int SMALL_PIXELS = 72;

    static final int LARGE_PIXELS = 256;
    private static final int SIDE_MIN = 16;
    private static final long PIXELS_MAX = 24_000_000;
    private static final float QUALITY = 0.86f;
    private static final int HASH_LETTERS = 16;
    private static final List<String> FORMATS = List.of("png", "jpeg", "gif");
    /** Each may take some hundred megabytes while it is read. */
    private static final Semaphore AT_ONCE = new Semaphore(2, true);

    /** @throws Refusal invalid when it is no picture we read, or too small or large a one */
    static AvatarPicture of(byte[] file) {
        AT_ONCE.acquireUninterruptibly();
        try {
            BufferedImage large = upright(scaled(square(file), LARGE_PIXELS), ExifOrientation.of(file));
            byte[] written = jpeg(large);
            return new AvatarPicture(hash(written), jpeg(scaled(large, SMALL_PIXELS)), written);
        } catch (IOException | RuntimeException e) {
            // Readers of pictures throw anything at a broken file.
            throw e instanceof Refusal refusal ? refusal : notAPicture();
        } finally {
            AT_ONCE.release();
        }
    }

    private static BufferedImage square(byte[] file) throws IOException {
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            ImageReader reader = reader(in);
            try {
                reader.setInput(in, true, true);
                int width = reader.getWidth(0);
                int height = reader.getHeight(0);
                int side = Math.min(width, height);
                if (side < SIDE_MIN || (long) width * height > PIXELS_MAX) {
                    throw notAPicture();
                }
                ImageReadParam middle = reader.getDefaultReadParam();
                middle.setSourceRegion(new Rectangle((width - side) / 2, (height - side) / 2, side, side));
                int step = Math.max(1, side / (2 * LARGE_PIXELS));
                middle.setSourceSubsampling(step, step, 0, 0);
                return reader.read(0, middle);
            } finally {
                reader.dispose();
            }
        }
    }

    private static ImageReader reader(ImageInputStream in) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
        while (readers.hasNext()) {
            ImageReader reader = readers.next();
            if (FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
                return reader;
            }
        }
        throw notAPicture();
    }

    /** In halves, so that no pixel is left out; what is see-through becomes white. */
    private static BufferedImage scaled(BufferedImage picture, int pixels) {
        BufferedImage now = picture;
        do {
            int side = Math.max(pixels, now.getWidth() / 2);
            BufferedImage next = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
            Graphics2D pen = next.createGraphics();
            pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
            pen.drawImage(now, 0, 0, side, side, Color.WHITE, null);
            pen.dispose();
            now = next;
        } while (now.getWidth() != pixels);
        return now;
    }

    private static BufferedImage upright(BufferedImage square, int orientation) {
        if (orientation == ExifOrientation.UPRIGHT) {
            return square;
        }
        BufferedImage turned = new BufferedImage(square.getWidth(), square.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = turned.createGraphics();
        pen.drawImage(square, ExifOrientation.upright(orientation, square.getWidth()), null);
        pen.dispose();
        return turned;
    }

    private static byte[] jpeg(BufferedImage picture) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(QUALITY);
            writer.write(null, new IIOImage(picture, null, null), how);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
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
                "Send a PNG, JPEG or GIF picture, %d pixels or more a side and %d million in all at most."
                        .formatted(SIDE_MIN, PIXELS_MAX / 1_000_000));
    }
}
