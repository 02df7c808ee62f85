package org.fourleaf.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExifOrientationTest {

    private static final int SIDE = 256;

    /** A camera's file: red in one corner, seen upright in the upper left. */
    @ParameterizedTest
    @CsvSource({"1, 0, 0", "2, 1, 0", "3, 1, 1", "4, 0, 1", "5, 0, 0", "6, 0, 1", "7, 1, 1", "8, 1, 0"})
    void a_photo_of_a_camera_held_otherwise_is_turned_upright(int orientation, int right, int down) throws IOException {
        for (ByteOrder order : new ByteOrder[] {ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN}) {
            BufferedImage face = face(told(corner(right, down), orientation, order));
            assertThat(new Color(face.getRGB(SIDE / 4, SIDE / 4)).getRed())
                    .as("orientation %d", orientation)
                    .isGreaterThan(200);
            assertThat(new Color(face.getRGB(3 * SIDE / 4, 3 * SIDE / 4)).getBlue())
                    .isGreaterThan(200);
        }
    }

    @Test
    void what_tells_nothing_or_nonsense_is_upright() throws IOException {
        byte[] told = told(corner(0, 0), 6, ByteOrder.BIG_ENDIAN);
        assertThat(ExifOrientation.of(told)).isEqualTo(6);
        assertThat(ExifOrientation.of(told(corner(0, 0), 9, ByteOrder.BIG_ENDIAN)))
                .isEqualTo(ExifOrientation.UPRIGHT);
        assertThat(ExifOrientation.of(corner(0, 0))).isEqualTo(ExifOrientation.UPRIGHT);
        for (int length = 0; length < 38; length++) {
            assertThat(ExifOrientation.of(Arrays.copyOf(told, length))).isIn(ExifOrientation.UPRIGHT, 6);
        }
        for (int at = 0; at < 38; at++) {
            byte[] broken = told.clone();
            broken[at] ^= (byte) 0xFF;
            assertThat(ExifOrientation.of(broken)).isBetween(1, 8);
        }
    }

    private static BufferedImage face(byte[] file) throws IOException {
        return Objects.requireNonNull(
                ImageIO.read(new ByteArrayInputStream(AvatarPicture.of(file).large())));
    }

    /** All blue but for one quarter. */
    private static byte[] corner(int right, int down) throws IOException {
        BufferedImage picture = new BufferedImage(2 * SIDE, 2 * SIDE, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(Color.BLUE);
        pen.fillRect(0, 0, 2 * SIDE, 2 * SIDE);
        pen.setColor(Color.RED);
        pen.fillRect(right * SIDE, down * SIDE, SIDE, SIDE);
        pen.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        assertThat(ImageIO.write(picture, "jpeg", bytes)).isTrue();
        return bytes.toByteArray();
    }

    private static byte[] told(byte[] jpeg, int orientation, ByteOrder order) {
        ByteBuffer tiff = ByteBuffer.allocate(26).order(order);
        tiff.putShort((short) (order == ByteOrder.LITTLE_ENDIAN ? 0x4949 : 0x4D4D));
        tiff.putShort((short) 42).putInt(8).putShort((short) 1);
        tiff.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation);
        ByteBuffer file = ByteBuffer.allocate(jpeg.length + 36);
        file.putShort((short) 0xFFD8).putShort((short) 0xFFE1).putShort((short) 34);
        file.putInt(0x45786966).putShort((short) 0).put(tiff.array());
        return file.put(jpeg, 2, jpeg.length - 2).array();
    }
}
